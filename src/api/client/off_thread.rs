//! Reading large replies where they keep nobody waiting.

use std::panic::resume_unwind;

use crate::api::wire::WireResponse;

/// Bytes of body from which on a reply is read on a thread of its own: a longest one takes a good part
/// of a second, and the threads of the requests are few.
const LARGE: usize = 256 * 1024;

/// Reads a reply, a large one on a thread for long work. A crash there goes on here.
pub(super) async fn read<R: Send + 'static>(
    reply: WireResponse,
    read: impl FnOnce(&WireResponse) -> R + Send + 'static,
) -> R {
    if reply.body.len() < LARGE {
        return read(&reply);
    }
    let reading = tokio::task::spawn_blocking(move || read(&reply));
    match reading.await {
        Ok(result) => result,
        Err(crash) => resume_unwind(crash.into_panic()),
    }
}
