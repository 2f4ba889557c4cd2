//! Replies that take long to read.

use std::pin::pin;
use std::sync::mpsc;

use futures_util::FutureExt as _;
use tokio::runtime::Builder;

use crate::support::scripted::{Scripted, client, named, reply};

/// While the only thread for long work is busy, a large reply waits and a small one does not: it is
/// read there, and the thread of the requests goes on with others.
#[test]
fn a_large_reply_is_read_where_it_keeps_no_other_waiting() {
    let runtime = Builder::new_current_thread()
        .enable_all()
        .max_blocking_threads(1)
        .build()
        .unwrap();
    let _inside = runtime.enter();
    let (release, busy) = mpsc::channel::<()>();
    runtime.spawn_blocking(move || busy.recv());

    let text = "v".repeat(1 << 20);
    let large = format!(r#"{{"version": 1, "state": {{"desired": {{"a": "{text}"}}}}}}"#);
    let client = client(Scripted::new([
        reply(200, large),
        reply(200, r#"{"version": 2}"#),
    ]));
    let target = named("bulb-01", "schedule");
    let mut large = pin!(client.view_mirror(&target));
    assert!(large.as_mut().now_or_never().is_none());
    let mut small = pin!(client.view_mirror(&target));
    assert!(small.as_mut().now_or_never().unwrap().is_ok());

    release.send(()).unwrap();
    assert!(runtime.block_on(large).is_ok());
}
