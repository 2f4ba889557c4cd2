//! The correction of the clock, step by step.

use crate::support::said::Said;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::Timestamp;
use mirrordeck::api::client::{Call, Client};
use mirrordeck::api::clock::Clock;
use mirrordeck::api::transport::TransportError;
use mirrordeck::api::wire::{TIMESTAMP_HEADER, WireResponse};
use mirrordeck::model::base_url::{BaseUrl, PUBLIC_API_URL};
use mirrordeck::model::error::{ApiError, NoAnswer};

use super::order;
use crate::support::scripted::{
    NOW_MS, Scripted, at_once, client, default_of, device, error, keys, refusal, reply,
};

const NOW: i64 = NOW_MS.cast_signed();

/// A reply from a service whose clock is ahead of ours by so much.
fn ahead_s(seconds: i64, mut reply: WireResponse) -> WireResponse {
    let there = Timestamp::from_millisecond(NOW + seconds * 1000).unwrap();
    let date = there.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string();
    reply.headers.push(("date".to_owned(), date));
    reply
}

fn refused() -> WireResponse {
    error(401, "200", "Authentication Failed")
}

fn done() -> WireResponse {
    reply(200, r#"{"version": 1}"#)
}

/// The times of the signatures so far, in seconds from ours.
fn signed_s(transport: &Scripted) -> Vec<i64> {
    let sent = transport.sent();
    let times = sent.iter().map(|request| request.header(TIMESTAMP_HEADER));
    times
        .map(|time| (time.unwrap().parse::<i64>().unwrap() - NOW) / 1000)
        .collect()
}

fn delete(client: &Client<Scripted>) -> Result<(), ApiError> {
    at_once(client.delete_mirror(&order(default_of("bulb-01")))).map(drop)
}

#[test]
fn the_service_is_followed_from_a_minute_on_and_at_once() {
    for off_s in [-7_200, -600, -90, -61, 61, 90, 600, 7_200] {
        let transport = Scripted::new([ahead_s(off_s, refused()), ahead_s(off_s, done())]);
        let client = client(transport.clone());
        delete(&client).unwrap();
        assert_eq!(signed_s(&transport), [0, off_s]);
        assert_eq!(client.clock_correction_s(), off_s);
        assert_eq!(client.now_ms(), NOW + off_s * 1000);
    }
    for off_s in [-60, -59, 0, 59, 60] {
        let transport = Scripted::new([ahead_s(off_s, refused())]);
        let client = client(transport.clone());
        let refusal = refusal(delete(&client));
        assert_eq!(refusal.clock_ahead_s, Some(-off_s));
        assert_eq!(transport.sent().len(), 1, "{off_s}");
        assert_eq!(client.clock_correction_s(), 0);
    }
}

#[test]
fn only_a_refused_signature_is_a_reason() {
    for (reply, sent) in [
        (error(401, "200", "m"), 2),
        (error(403, "200", "m"), 2),
        (reply(401, "<html>"), 2),
        (error(401, "210", "Permission Denied"), 1),
        (error(403, "1", "m"), 1),
        (error(400, "200", "m"), 1),
        (error(409, "1409", "m"), 1),
    ] {
        let transport = Scripted::new([ahead_s(600, reply.clone()), ahead_s(600, done())]);
        let result = delete(&client(transport.clone()));
        assert_eq!(transport.sent().len(), sent, "{reply:?}");
        assert_eq!(result.is_ok(), sent == 2);
    }
    let transport = Scripted::new([refused()]);
    let refusal = refusal(delete(&client(transport)));
    assert_eq!(refusal.clock_ahead_s, None, "nobody told the time");
}

#[test]
fn a_correction_that_does_not_help_is_taken_back() {
    let transport = Scripted::new([
        ahead_s(600, refused()),
        ahead_s(600, refused()),
        ahead_s(600, refused()),
        ahead_s(600, done()),
        // Later the service's clock jumps, and the key is not accepted any more.
        ahead_s(7_200, refused()),
        ahead_s(7_200, refused()),
        ahead_s(600, done()),
    ]);
    let client = client(transport.clone());
    let refusal = refusal(delete(&client));
    assert_eq!(refusal.clock_ahead_s, Some(-600), "of the clock as it is");
    assert!(
        refusal.advice().contains("600 s behind"),
        "{}",
        refusal.advice()
    );
    assert!(
        refusal.advice().contains("secret key too"),
        "{}",
        refusal.advice()
    );
    assert_eq!(client.clock_correction_s(), 0);
    delete(&client).unwrap();
    assert_eq!(client.clock_correction_s(), 600);
    delete(&client).unwrap_err();
    assert_eq!(client.clock_correction_s(), 600, "the one before");
    delete(&client).unwrap();
    assert_eq!(signed_s(&transport), [0, 600, 0, 600, 600, 7_200, 600]);
}

#[test]
fn a_correction_stays_until_a_signature_with_it_is_judged() {
    let silence = || Err(TransportError::TimedOut { limit_ms: 1 });
    for (last, correction_s) in [(done(), 600), (refused(), 0)] {
        let transport = Scripted::with_failures([
            Ok(ahead_s(600, refused())),
            silence(),
            Ok(ahead_s(600, last)),
        ]);
        let client = client(transport.clone());
        let unknown = delete(&client);
        let why = NoAnswer::TimedOut;
        assert!(
            matches!(&unknown, Err(ApiError::NoAnswer { why: found, .. }) if *found == why),
            "{unknown:?}"
        );
        assert_eq!(client.clock_correction_s(), 600);
        let _ = delete(&client);
        assert_eq!(client.clock_correction_s(), correction_s);
        assert_eq!(signed_s(&transport), [0, 600, 600]);
    }
}

#[test]
fn any_reply_can_show_that_the_clock_is_right_again() {
    let right = [done(), error(404, "300", "m"), error(409, "1409", "m")];
    for reply in right {
        let transport = Scripted::new([
            ahead_s(600, refused()),
            ahead_s(600, done()),
            ahead_s(59, reply),
            ahead_s(59, done()),
        ]);
        let client = client(transport.clone());
        delete(&client).unwrap();
        assert_eq!(client.clock_correction_s(), 600);
        let _ = delete(&client);
        assert_eq!(client.clock_correction_s(), 0);
        delete(&client).unwrap();
        assert_eq!(signed_s(&transport), [0, 600, 600, 0]);
    }
}

#[test]
fn a_clock_that_is_set_anew_and_wrong_again_is_corrected_anew() {
    let moved_ms = Arc::new(AtomicI64::new(0));
    let read = Arc::clone(&moved_ms);
    let clock = Clock::from_fn(move || NOW_MS.saturating_add_signed(read.load(Ordering::SeqCst)));
    let transport = Scripted::new([
        ahead_s(600, refused()),
        ahead_s(600, done()),
        ahead_s(600, refused()),
        ahead_s(600, done()),
    ]);
    let base = BaseUrl::parse(PUBLIC_API_URL).unwrap();
    let client = Client::new(transport.clone(), &base, keys(), clock, 4, false);
    delete(&client).unwrap();
    moved_ms.store(3_600_000, Ordering::SeqCst);
    delete(&client).unwrap();
    assert_eq!(client.clock_correction_s(), -3_000);
    assert_eq!(signed_s(&transport), [0, 600, 4_200, 600]);
}

#[tokio::test(start_paused = true)]
async fn the_extra_attempt_is_neither_a_retry_nor_waited_for() {
    let down = || Ok(ahead_s(600, error(503, "500", "m")));
    let transport = Scripted::with_failures([
        down(),
        Ok(ahead_s(600, refused())),
        down(),
        down(),
        Ok(ahead_s(600, done())),
    ]);
    let (tell, mut told) = tokio::sync::mpsc::unbounded_channel();
    let call = Call::new(move |retry| {
        tell.send(retry.map(|retry| (retry.next, retry.of)))
            .unwrap();
    });
    let client = client(transport.clone()).followed(call.clone());
    let error = client.view_device(&device("bulb-01")).await;
    assert_eq!(refusal(error).status, 503);
    assert_eq!(call.attempts(), 4, "three, and one for the clock");
    let told: Vec<_> = std::iter::from_fn(|| told.try_recv().ok()).collect();
    let waits = [Some((2, 3)), None, Some((3, 3)), None];
    assert_eq!(told, waits, "each begins and ends");
    assert_eq!(signed_s(&transport), [0, 0, 600, 600]);
}

#[test]
fn a_call_given_up_is_not_sent_again_for_the_clock_either() {
    let call = Call::default();
    call.give_up();
    let transport = Scripted::new([ahead_s(600, refused())]);
    let client = client(transport).followed(call.clone());
    refusal(delete(&client));
    assert_eq!((call.attempts(), client.clock_correction_s()), (1, 0));
}

#[test]
fn it_happens_once_for_a_request() {
    // A clock that jumps with each reply.
    let transport = Scripted::new([
        ahead_s(600, refused()),
        ahead_s(7_200, refused()),
        ahead_s(7_200, done()),
    ]);
    let client = client(transport.clone());
    refusal(delete(&client));
    assert_eq!(transport.sent().len(), 2);
    assert_eq!(client.clock_correction_s(), 0);
}

#[test]
fn any_date_is_survived() {
    for date in [
        "Thu, 30 Dec 9999 12:00:00 GMT",
        "Fri, 31 Dec 9999 23:59:59 GMT",
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "Mon, 01 Jan 0001 00:00:00 GMT",
        "yesterday",
        "",
    ] {
        for now_ms in [0, NOW_MS, u64::MAX] {
            let mut refused = refused();
            refused.headers.push(("date".to_owned(), date.to_owned()));
            let transport = Scripted::new([refused.clone(), refused]);
            let base = BaseUrl::parse(PUBLIC_API_URL).unwrap();
            let clock = Clock::from_fn(move || now_ms);
            let client = Client::new(transport, &base, keys(), clock, 4, false);
            refusal(delete(&client));
            assert_eq!(client.clock_correction_s(), 0, "{date} {now_ms}");
        }
    }
}
