//! What is sent again and what is not, and how it is told.

use std::sync::{Arc, Mutex};

use mirrordeck::api::client::{Call, Client};
use mirrordeck::api::clock::Clock;
use mirrordeck::api::sign::sign;
use mirrordeck::api::transport::TransportError;
use mirrordeck::api::wire::{SIGNATURE_HEADER, TIMESTAMP_HEADER, WireResponse};
use mirrordeck::i18n::Text;
use mirrordeck::model::base_url::{BaseUrl, PUBLIC_API_URL};
use mirrordeck::model::error::{ApiError, Refusal, Retry};
use mirrordeck::model::mirror::MirrorUpdate;
use serde_json::json;
use tokio::time::Instant;

use super::order;
use crate::support::scripted::{
    NOW_MS, Scripted, client, default_of, device, error, keys, named, refusal, reply,
};

type Answer = Result<WireResponse, TransportError>;

fn cause() -> String {
    "dns error".to_owned()
}

fn later(mut reply: WireResponse, retry_after: &str) -> WireResponse {
    let header = ("retry-after".to_owned(), retry_after.to_owned());
    reply.headers.push(header);
    reply
}

/// An answer with how often a read, and how often a change, is sent where nothing else comes.
fn rows() -> Vec<(&'static str, Answer, usize, usize)> {
    let failures = [
        (
            "no connection",
            TransportError::NotConnected { cause: cause() },
            3,
            3,
        ),
        (
            "cannot be sent",
            TransportError::Unsendable {
                cause: Text::verbatim(cause()),
            },
            1,
            1,
        ),
        (
            "no answer in time",
            TransportError::TimedOut { limit_ms: 1 },
            3,
            1,
        ),
        ("a reset", TransportError::Broken { cause: cause() }, 3, 1),
        (
            "too long",
            TransportError::TooLong {
                status: 200,
                limit_bytes: 1,
            },
            1,
            1,
        ),
    ];
    let replies = [
        ("rate", error(429, "420", "m"), 3, 3),
        ("throttle", error(429, "410", "m"), 3, 3),
        ("rate, says a proxy", reply(429, "slow down"), 3, 3),
        ("quota", error(429, "400", "m"), 1, 1),
        ("quota until then", later(error(429, "400", "m"), "1"), 3, 3),
        ("unexpected", error(500, "900", "m"), 3, 1),
        ("500 of the service", error(500, "1500", "m"), 3, 1),
        ("a proxy's page", reply(502, "<html>"), 3, 1),
        ("endpoint", error(503, "500", "m"), 3, 1),
        (
            "endpoint, with a time",
            later(error(503, "500", "m"), "1"),
            3,
            1,
        ),
        ("endpoint too slow", error(504, "510", "m"), 3, 1),
        ("510 as a status", error(510, "510", "m"), 3, 1),
        ("not implemented", error(501, "1501", "m"), 1, 1),
        ("bad request", error(400, "100", "m"), 1, 1),
        (
            "an error code that looks like a status",
            error(400, "500", "m"),
            1,
            1,
        ),
        ("authentication", error(401, "200", "m"), 1, 1),
        ("permission", error(401, "210", "m"), 1, 1),
        ("forbidden", error(403, "1", "m"), 1, 1),
        ("no such address", error(404, "300", "m"), 1, 1),
        ("no such device", error(404, "1404", "m"), 1, 1),
        ("conflict", error(409, "1409", "m"), 1, 1),
        ("precondition", error(412, "1412", "m"), 1, 1),
        ("too large", error(413, "430", "m"), 1, 1),
        ("a redirect", reply(307, ""), 1, 1),
        ("an error under success", error(200, "900", "m"), 1, 1),
        ("unreadable", reply(200, "{"), 1, 1),
    ];
    let failures =
        failures.map(|(what, failure, reads, changes)| (what, Err(failure), reads, changes));
    let replies = replies.map(|(what, reply, reads, changes)| (what, Ok(reply), reads, changes));
    failures.into_iter().chain(replies).collect()
}

/// A client that gets this answer as often as it asks, and what it then has sent.
fn always(answer: &Answer) -> (Client<Scripted>, Scripted) {
    let transport = Scripted::with_failures(vec![answer.clone(); 9]);
    (client(transport.clone()), transport)
}

fn update() -> MirrorUpdate {
    MirrorUpdate {
        desired: Some(json!({})),
        reported: None,
        client_token: None,
        version: None,
    }
}

#[tokio::test(start_paused = true)]
async fn a_read_is_repeated_where_the_line_or_the_service_failed() {
    for (what, answer, reads, _) in rows() {
        let (client, transport) = always(&answer);
        client.view_device(&device("bulb-01")).await.unwrap_err();
        assert_eq!(transport.sent().len(), reads, "{what}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_delete_is_repeated_only_where_it_surely_did_nothing() {
    for (what, answer, _, changes) in rows() {
        let (client, transport) = always(&answer);
        // A DELETE is believed without words.
        let _ = client.delete_mirror(&order(default_of("bulb-01"))).await;
        assert_eq!(transport.sent().len(), changes, "{what}");
    }
}

#[tokio::test(start_paused = true)]
async fn an_update_is_repeated_as_a_delete_is() {
    for (what, answer, _, changes) in rows() {
        let (client, transport) = always(&answer);
        let target = default_of("bulb-01");
        client.update_mirror(&target, &update()).await.unwrap_err();
        assert_eq!(transport.sent().len(), changes, "{what}");
    }
}

#[tokio::test(start_paused = true)]
async fn what_goes_well_in_the_end_is_the_result() {
    let down = || Err(TransportError::NotConnected { cause: cause() });
    let busy = || Ok(error(429, "420", "m"));
    let transport = Scripted::with_failures([down(), busy(), Ok(reply(200, r#"{"version": 14}"#))]);
    let call = Call::default();
    let client = client(transport.clone()).followed(call.clone());
    let receipt = client.delete_mirror(&order(named("bulb-01", "x"))).await;
    assert_eq!(receipt.unwrap().version, Some(14));
    assert_eq!((transport.sent().len(), call.attempts()), (3, 3));
}

#[tokio::test(start_paused = true)]
async fn a_delete_that_may_have_arrived_is_not_repeated_after_one_that_did_not() {
    let transport = Scripted::with_failures([
        Err(TransportError::NotConnected { cause: cause() }),
        Err(TransportError::Broken { cause: cause() }),
        Ok(reply(200, "{}")),
    ]);
    let client = client(transport.clone());
    let error = client.delete_mirror(&order(named("bulb-01", "x"))).await;
    assert!(matches!(error, Err(ApiError::NoAnswer { .. })), "{error:?}");
    assert_eq!(transport.sent().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn every_attempt_has_a_time_and_a_signature_of_its_own_and_else_is_the_same() {
    let transport = Scripted::new([
        error(429, "420", "m"),
        error(429, "420", "m"),
        reply(200, "{}"),
    ]);
    let begun = Instant::now();
    let clock =
        Clock::from_fn(move || NOW_MS + u64::try_from(begun.elapsed().as_millis()).unwrap());
    let base = BaseUrl::parse(PUBLIC_API_URL).unwrap();
    let client = Client::new(transport.clone(), &base, keys(), clock, 1, false).with_jitter(|| 1.0);
    let order = order(named("bulb-01", "night mode"));
    client.delete_mirror(&order).await.unwrap();
    let sent = transport.sent();
    for (request, time_ms) in sent.iter().zip([NOW_MS, NOW_MS + 250, NOW_MS + 750]) {
        assert_eq!(
            request.header(TIMESTAMP_HEADER),
            Some(&*time_ms.to_string())
        );
        let signature = sign(request.method, &request.path_and_query, time_ms, &keys());
        assert_eq!(request.header(SIGNATURE_HEADER), Some(&*signature));
        assert_eq!(
            (&request.path_and_query, &request.body),
            (&sent[0].path_and_query, &sent[0].body)
        );
    }
    assert_eq!(sent.len(), 3);
}

#[tokio::test(start_paused = true)]
async fn each_wait_is_told_when_it_begins() {
    let told = Arc::new(Mutex::new(Vec::new()));
    let listener = Arc::clone(&told);
    let begun = Instant::now();
    let call = Call::new(move |retry| {
        let begins = retry.map(|retry| (begun.elapsed(), retry));
        listener.lock().unwrap().extend(begins);
    });
    let answers = [error(503, "500", "down"), error(429, "420", "busy")].map(Ok);
    let broken = Err(TransportError::Broken { cause: cause() });
    let transport = Scripted::with_failures(answers.into_iter().chain([broken]));
    let client = client(transport).with_jitter(|| 1.0).followed(call.clone());
    client.list_devices(0, 10).await.unwrap_err();
    let told = std::mem::take(&mut *told.lock().unwrap());
    let rows: Vec<_> = told
        .iter()
        .map(|(at, retry)| {
            let Retry {
                why,
                next,
                of,
                at_ms,
                after_ms,
            } = retry;
            let ahead_ms = at_ms - NOW_MS.cast_signed();
            (
                at.as_millis(),
                why.to_string(),
                *next,
                *of,
                ahead_ms,
                *after_ms,
            )
        })
        .collect();
    assert_eq!(
        rows,
        [
            (0, "refused: 503 500 down".to_owned(), 2, 3, 250, 250),
            (250, "refused: 429 420 busy".to_owned(), 3, 3, 500, 500),
        ]
    );
    assert_eq!(call.attempts(), 3);
}

#[tokio::test(start_paused = true)]
async fn the_last_error_is_the_one_that_is_told() {
    let transport = Scripted::new([
        error(503, "500", "first"),
        error(503, "500", "second"),
        error(503, "500", "third"),
    ]);
    let Refusal { message, .. } = refusal(client(transport).list_devices(0, 10).await);
    assert_eq!(message.as_str(), "third");
}

#[tokio::test(start_paused = true)]
async fn a_change_that_was_refused_before_the_line_broke_is_not_called_unsent() {
    let refused = || Ok(error(429, "420", "busy"));
    let down = || Err(TransportError::NotConnected { cause: cause() });
    for answers in [
        vec![refused(), down(), down()],
        vec![down(), refused(), down()],
    ] {
        let transport = Scripted::with_failures(answers);
        let client = client(transport.clone()).with_jitter(|| 1.0);
        let error = client.delete_mirror(&order(default_of("bulb-01"))).await;
        assert_eq!(refusal(error).status, 429);
        assert_eq!(transport.sent().len(), 3);
    }
}
