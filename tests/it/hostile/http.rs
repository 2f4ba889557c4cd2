//! Servers that speak HTTP badly: nothing grows, nothing hangs, and it is said what was wrong.

use std::sync::Arc;
use std::time::Duration;

use mirrordeck::api::http::TimeLimits;
use mirrordeck::app::state::Overlay;
use mirrordeck::model::error::{ApiError, NoAnswer};
use tokio::sync::Notify;

use crate::support::live::Live;
use crate::support::rogue::{Rogue, Visit, page_body, sound};
use crate::support::tame::is_tame;

/// Long enough for a busy machine; reached only where a test fails.
const PATIENT: TimeLimits = TimeLimits {
    connect: Duration::from_mins(1),
    request: Duration::from_mins(1),
};
/// For tests that wait for the limit to pass.
const HASTY: TimeLimits = TimeLimits {
    connect: Duration::from_mins(1),
    request: Duration::from_millis(300),
};
/// What a client may take off a server's hands in three attempts: 16 MiB each, and what lies in
/// buffers.
const MOST: u64 = 96 << 20;

/// Asks for a page and checks that what is said of the failure can be shown.
async fn failure(rogue: &Rogue, limits: TimeLimits) -> ApiError {
    let error = rogue.client(limits).list_devices(0, 10).await.unwrap_err();
    let words = format!("{error} {}", error.advice());
    assert!(words.chars().all(is_tame), "{words:?}");
    assert!(words.len() < 2_000, "{words}");
    error
}

fn is_broken(error: &ApiError) -> bool {
    let broken = NoAnswer::Broken;
    matches!(error, ApiError::NoAnswer { why, .. } if *why == broken)
}

fn is_timed_out(error: &ApiError) -> bool {
    let timed_out = NoAnswer::TimedOut;
    matches!(error, ApiError::NoAnswer { why, .. } if *why == timed_out)
}

#[tokio::test]
async fn what_never_ends_is_given_up_after_a_bounded_number_of_bytes() {
    let begin = "HTTP/1.1 200 OK\r\n";
    let chunked = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
    let long = "y".repeat(10_000);
    for (what, head, rest) in [
        ("headers", begin, format!("x: {long}\r\n")),
        ("many headers", begin, "x: y\r\n".repeat(1_000)),
        ("one header", "HTTP/1.1 200 OK\r\nx: ", long.clone()),
        ("status line", "HTTP/1.1 200 ", long.clone()),
        ("chunks", chunked, format!("2710\r\n{long}\r\n")),
        ("chunk extension", &format!("{chunked}1;"), long.clone()),
        (
            "trailers",
            &format!("{chunked}0\r\n"),
            format!("x: {long}\r\n"),
        ),
        ("body", "HTTP/1.1 200 OK\r\n\r\n", " ".repeat(100_000)),
    ] {
        let (head, rest) = (Arc::new(head.to_owned()), Arc::new(rest));
        let rogue = Rogue::start(move |mut visit| {
            let (head, rest) = (Arc::clone(&head), Arc::clone(&rest));
            async move {
                visit.say(head.as_bytes()).await;
                visit.say_for_ever(rest.as_bytes()).await;
            }
        })
        .await;
        let error = failure(&rogue, PATIENT).await;
        let too_long = error.to_string().contains("longer than 16 MiB");
        assert!(too_long || is_broken(&error), "{what}: {error}");
        assert!(rogue.written() < MOST, "{what}: {}", rogue.written());
    }
}

#[tokio::test]
async fn what_gets_on_without_getting_anywhere_ends_with_the_time_limit() {
    let chunked = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
    for (begin, rest) in [
        ("", "HTTP/1.1 100 Continue\r\n\r\n"),
        ("", "HTTP/1.1 102 Processing\r\n\r\n"),
        ("", "HTTP/1.1 103 Early Hints\r\n\r\n"),
        (chunked, "1\r\ny\r\n"),
        (chunked, "0000000000000000"),
    ] {
        let rogue = Rogue::start(move |mut visit| async move {
            visit.say(begin).await;
            visit.say_for_ever(rest).await;
        })
        .await;
        let error = failure(&rogue, HASTY).await;
        assert!(is_timed_out(&error) || is_broken(&error), "{error}");
    }
}

#[tokio::test]
async fn a_reply_after_some_interim_ones_is_the_reply() {
    let rogue = Rogue::start(|mut visit| async move {
        for _ in 0..200 {
            visit.say("HTTP/1.1 100 Continue\r\n\r\n").await;
        }
        visit.say(sound(&page_body("sound"))).await;
        visit.linger().await;
    })
    .await;
    let page = rogue.client(PATIENT).list_devices(0, 10).await.unwrap();
    assert_eq!(page.devices[0].name.raw(), "sound");
}

#[tokio::test]
async fn a_gigabyte_that_is_announced_is_not_waited_for() {
    let rogue = Rogue::start(|mut visit| async move {
        visit
            .say("HTTP/1.1 200 OK\r\ncontent-length: 1073741824\r\n\r\n{")
            .await;
        visit.linger().await;
    })
    .await;
    let error = failure(&rogue, PATIENT).await;
    assert!(error.to_string().contains("longer than 16 MiB"), "{error}");
}

#[tokio::test]
async fn lengths_that_lie_are_no_answer() {
    let body = page_body("half");
    for head in [
        format!("content-length: {}", body.len() + 1),
        format!("content-length: {}\r\ncontent-length: 2", body.len()),
        "content-length: -1".to_owned(),
        "content-length: 99999999999999999999999".to_owned(),
        "content-length: two".to_owned(),
        "transfer-encoding: chunked".to_owned(),
    ] {
        let reply = format!("HTTP/1.1 200 OK\r\n{head}\r\n\r\n{body}");
        let rogue = Rogue::start(move |mut visit| {
            let reply = reply.clone();
            async move {
                visit.say(reply).await;
            }
        })
        .await;
        let error = failure(&rogue, PATIENT).await;
        assert!(is_broken(&error), "{head}: {error}");
    }
}

#[tokio::test]
async fn what_is_not_http_is_no_answer() {
    for garbage in [
        "SSH-2.0-OpenSSH_9.6\r\n",
        "<html>\u{1b}[2J hello\r\n\r\n",
        "\u{15}\u{3}\u{1}\u{0}\u{2}\u{2}\u{46}",
        "HTTP/9.9 200 OK\r\n\r\n{}",
        "HTTP/1.1 20 OK\r\n\r\n{}",
        "HTTP/1.1 9999 OK\r\n\r\n{}",
        "\r\n\r\n\r\n\r\n",
        "",
    ] {
        let rogue = Rogue::start(move |mut visit| async move {
            visit.say(garbage).await;
        })
        .await;
        let error = failure(&rogue, PATIENT).await;
        assert!(is_broken(&error), "{garbage:?}: {error}");
    }
}

#[tokio::test]
async fn http_1_0_and_a_status_line_without_words_will_do() {
    for head in [
        "HTTP/1.0 200 OK\r\n\r\n",
        "HTTP/1.1 200\r\nconnection: close\r\n\r\n",
        "HTTP/1.1 200 OK\nconnection: close\n\n",
    ] {
        let rogue = Rogue::start(move |mut visit| async move {
            visit.say(head).await;
            visit.say(page_body("sound")).await;
        })
        .await;
        let page = rogue.client(PATIENT).list_devices(0, 10).await.unwrap();
        assert_eq!(page.devices[0].name.raw(), "sound", "{head:?}");
    }
}

#[tokio::test]
async fn bytes_that_claim_a_coding_are_shown_as_what_they_are() {
    let rogue = Rogue::start(|mut visit| async move {
        let head = "HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 6\r\n\r\n";
        visit.say(head).await;
        visit.say(b"\x1f\x8b\x1b[2J").await;
        visit.linger().await;
    })
    .await;
    let error = failure(&rogue, PATIENT).await;
    let ApiError::Unreadable { excerpt, .. } = &error else {
        panic!("{error}")
    };
    assert!(excerpt.as_str().chars().all(is_tame), "{excerpt}");
    assert!(excerpt.as_str().contains(r"\u{1b}[2J"), "{excerpt}");
}

#[tokio::test]
async fn an_answer_that_was_not_asked_for_answers_nothing() {
    // A second reply lies in wait on a connection that is used again.
    let rogue = Rogue::start(|mut visit: Visit| async move {
        let planted = sound(&page_body("planted"));
        visit
            .say(format!("{}{planted}", sound(&page_body("sound"))))
            .await;
        if visit.next().await.is_some() {
            visit.say(sound(&page_body("sound"))).await;
        }
        visit.linger().await;
    })
    .await;
    let client = rogue.client(PATIENT);
    for _ in 0..5 {
        let page = client.list_devices(0, 10).await.unwrap();
        assert_eq!(page.devices[0].name.raw(), "sound");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reply_that_comes_byte_by_byte_leaves_the_keys_alive_and_is_read_in_the_end() {
    // The last byte comes when the test has pressed its keys.
    let go_on = Arc::new(Notify::new());
    let wait = Arc::clone(&go_on);
    let rogue = Rogue::start(move |mut visit| {
        let wait = Arc::clone(&wait);
        async move {
            let reply = if visit.line.contains("/devices?") {
                sound(&page_body("sound"))
            } else if visit.line.contains("/ListNamed") {
                sound(r#"{"results": []}"#)
            } else {
                sound(r#"{"version": 7, "state": {}}"#)
            };
            let (last, most) = reply.as_bytes().split_last().unwrap();
            for byte in most {
                visit.say([*byte]).await;
            }
            if visit.line.contains("/devices?") {
                wait.notified().await;
            }
            visit.say([*last]).await;
            visit.linger().await;
        }
    })
    .await;
    let mut live = Live::start(rogue.client(PATIENT));
    live.until("reading the devices").await;
    live.press("?");
    assert!(matches!(live.state.overlay, Some(Overlay::Help { .. })));
    live.press("<Esc><Tab><Tab>/abc<Esc><Tab>jjkk");
    assert!(live.state.overlay.is_none());
    assert_eq!(live.state.questions.len(), 1, "the list is still open");
    go_on.notify_one();
    live.until("version 7").await;
    assert_eq!(
        live.state.devices.selected().unwrap().raw(),
        "sound",
        "{}",
        live.screen()
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reply_that_never_gets_on_is_given_up_and_said() {
    let rogue = Rogue::start(|mut visit| async move {
        visit.say("HTTP/1.1 200 OK\r\n").await;
        while visit.say("x").await {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    })
    .await;
    let mut live = Live::start(rogue.client(HASTY));
    live.press("?<Esc>");
    live.until("Could not read the devices").await;
    live.until("answer within 300 ms").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_service_that_hangs_up_each_time_is_said_and_the_keys_stay_alive() {
    let rogue = Rogue::start(|visit| async move { drop(visit) }).await;
    let mut live = Live::start(rogue.client(PATIENT));
    live.until("Could not read the devices").await;
    live.press("?");
    assert!(matches!(live.state.overlay, Some(Overlay::Help { .. })));
}
