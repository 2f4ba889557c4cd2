//! How long is waited between two attempts.

use std::time::Duration;

use mirrordeck::api::client::policy::{ATTEMPTS, decide, may_pass};
use mirrordeck::api::response::{Asked, refused};
use mirrordeck::api::transport::TransportError;
use mirrordeck::api::wire::{Method, WireResponse};
use mirrordeck::model::error::ApiError;
use proptest::prelude::*;

use crate::support::scripted::{NOW_MS, error};

const LONGEST: Duration = Duration::from_secs(30);
const SPREAD: Duration = Duration::from_millis(250);

fn broken() -> ApiError {
    TransportError::Broken {
        cause: "reset".to_owned(),
    }
    .into()
}

fn refusal(reply: &WireResponse) -> ApiError {
    let asked = Asked {
        encoded: false,
        now_ms: NOW_MS.cast_signed(),
        correction_ms: 0,
    };
    refused(reply, asked).unwrap()
}

/// A refusal for its rate with these headers.
fn busy(headers: &[(&str, &str)]) -> ApiError {
    let mut reply = error(429, "420", "Rate Limited");
    let headers = headers.iter();
    reply.headers = headers
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    refusal(&reply)
}

fn wait(number: u32, error: &ApiError, draw: f64) -> Option<Duration> {
    decide(Method::Get, number, error, draw)
}

#[test]
fn the_bound_of_the_wait_doubles_and_anything_below_may_be_drawn() {
    let ms = |ms| Some(Duration::from_millis(ms));
    for (draw, waits) in [
        (0.0, [ms(0), ms(0), None]),
        (0.5, [ms(125), ms(250), None]),
        (1.0, [ms(250), ms(500), None]),
    ] {
        assert_eq!([1, 2, 3].map(|number| wait(number, &broken(), draw)), waits);
    }
}

#[test]
fn the_time_that_the_service_asks_for_is_waited() {
    let date = ("date", "Tue, 14 Nov 2023 22:13:20 GMT");
    let other_date = ("date", "Tue, 14 Nov 2023 20:00:00 GMT");
    for (headers, wait_ms) in [
        // Seconds.
        (&[("retry-after", "2")][..], 2_000),
        (&[("retry-after", " 2 ")], 2_000),
        (&[("retry-after", "002")], 2_000),
        (&[("retry-after", "0")], 0),
        // More than anybody waits.
        (&[("retry-after", "30")], 30_000),
        (&[("retry-after", "31")], 30_000),
        (&[("retry-after", "86400")], 30_000),
        (&[("retry-after", "18446744073709551615")], 30_000),
        (&[("retry-after", "99999999999999999999999")], 30_000),
        // A moment, from the reply's own clock, else from ours.
        (&[("retry-after", "Tue, 14 Nov 2023 22:13:25 GMT")], 5_000),
        (
            &[("retry-after", "Tue, 14 Nov 2023 22:13:25 GMT"), date],
            5_000,
        ),
        (
            &[("retry-after", "Tue, 14 Nov 2023 20:00:07 GMT"), other_date],
            7_000,
        ),
        (
            &[("retry-after", "Tue, 14 Nov 2023 22:13:25 GMT"), other_date],
            30_000,
        ),
        (&[("retry-after", "Thu, 30 Dec 9999 12:00:00 GMT")], 30_000),
        (&[("retry-after", "Tue, 14 Nov 2023 22:13:15 GMT")], 0),
        // Neither: as if nothing had been said.
        (&[("retry-after", "-5")], 0),
        (&[("retry-after", "+5")], 0),
        (&[("retry-after", "1.5")], 0),
        (&[("retry-after", "5 s")], 0),
        (&[("retry-after", "")], 0),
        (&[("retry-after", "soon")], 0),
    ] {
        assert_eq!(
            wait(1, &busy(headers), 0.0),
            Some(Duration::from_millis(wait_ms)),
            "{headers:?}"
        );
    }
}

#[test]
fn a_server_that_is_down_may_ask_for_time_too() {
    let mut reply = error(503, "500", "Endpoint Error");
    reply
        .headers
        .push(("retry-after".to_owned(), "4".to_owned()));
    let wait = wait(1, &refusal(&reply), 1.0);
    assert_eq!(wait, Some(Duration::from_millis(4_250)));
}

#[test]
fn a_time_that_is_over_does_not_shorten_the_wait() {
    assert_eq!(
        wait(2, &busy(&[("retry-after", "0")]), 1.0),
        wait(2, &broken(), 1.0)
    );
}

#[test]
fn a_change_waits_as_a_read_does() {
    let busy = busy(&[("retry-after", "2")]);
    for method in [Method::Get, Method::Post, Method::Delete] {
        let wait = decide(method, 1, &busy, 1.0);
        assert_eq!(wait, Some(Duration::from_millis(2_250)));
        assert_eq!(decide(method, ATTEMPTS, &busy, 1.0), None);
    }
    assert!(may_pass(&broken()) && may_pass(&busy));
}

proptest! {
    #[test]
    fn no_wait_is_longer_than_its_bound(number in 1..ATTEMPTS, draw in 0.0..=1.0) {
        let bound = Duration::from_millis(250) * 2_u32.pow(number - 1);
        let waited = wait(number, &broken(), draw).unwrap();
        prop_assert!(waited <= bound);
        // All of the span is used, evenly.
        let part = waited.as_secs_f64() / bound.as_secs_f64();
        prop_assert!((part - draw).abs() < 1e-6, "{part} for {draw}");
    }

    #[test]
    fn nobody_comes_back_before_the_service_wants_it_nor_much_later(
        number in 1..ATTEMPTS,
        seconds in 0_u64..100,
        draw in 0.0..=1.0,
    ) {
        let wanted = Duration::from_secs(seconds).min(LONGEST);
        let error = busy(&[("retry-after", &seconds.to_string())]);
        let waited = wait(number, &error, draw).unwrap();
        prop_assert!(waited >= wanted);
        prop_assert!(waited <= LONGEST);
        let without = wait(number, &broken(), draw).unwrap();
        prop_assert!(waited <= (wanted + SPREAD).max(without));
    }
}
