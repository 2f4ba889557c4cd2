//! Effects in, messages out.

use std::time::Duration;

use mirrordeck::api::client::Client;
use mirrordeck::api::clock::Clock;
use mirrordeck::api::transport::{Transport, TransportError};
use mirrordeck::api::wire::{WireRequest, WireResponse};
use mirrordeck::app::effect::{Effect, Rank};
use mirrordeck::app::message::{Answer, Answered, Message, RequestId, Wake};
use mirrordeck::model::base_url::BaseUrl;
use mirrordeck::model::delete::DeleteOrder;
use mirrordeck::model::device::Listing;
use mirrordeck::model::mirror::MirrorRead;
use mirrordeck::runtime::worker::Worker;
use mirrordeck::sim::demo_credentials;
use tempfile::TempDir;
use tokio::sync::mpsc::{self, Receiver, UnboundedSender};

use crate::support::fixtures::{NOW_MS, actions, device_name, found, mirror_id};

fn list_devices(request: RequestId) -> Effect {
    Effect::ListDevices {
        request,
        listing: Listing::All,
        page: 0,
        rank: Rank::InView,
    }
}

/// A transport that does one thing with every request.
#[derive(Clone, Copy)]
enum Fate {
    Panics,
    NeverAnswers,
    /// Panics where the path has this in it, and else never answers.
    PanicsAt(&'static str),
}

impl Transport for Fate {
    async fn send(&self, request: WireRequest) -> Result<WireResponse, TransportError> {
        match self {
            Self::Panics => panic!("the transport broke"),
            Self::PanicsAt(part) if request.path_and_query.contains(part) => {
                panic!("the transport broke")
            }
            Self::NeverAnswers | Self::PanicsAt(_) => std::future::pending().await,
        }
    }
}

fn start(fate: Fate) -> (UnboundedSender<Effect>, Receiver<Message>, TempDir) {
    let clock = Clock::from_fn(|| u64::try_from(NOW_MS).unwrap());
    let base = BaseUrl::parse("https://demo.invalid/v1").unwrap();
    let client = Client::new(fate, &base, demo_credentials(), clock.clone(), 1, false);
    let data = TempDir::new().unwrap();
    let (effects, inbox) = mpsc::unbounded_channel();
    let (outbox, messages) = mpsc::channel(8);
    tokio::spawn(
        Worker {
            actions: actions(client, &clock, data.path()),
            clock,
            page_size: 100,
        }
        .run(inbox, outbox),
    );
    (effects, messages, data)
}

fn order() -> DeleteOrder {
    let MirrorRead::Found(reading) = found(10) else {
        panic!("the fixture is a mirror")
    };
    let target = mirror_id("greenhouse-07", Some("firmware"));
    DeleteOrder {
        target,
        version: Some(10),
        token: None,
        reading,
    }
}

/// The next message that is an answer or a wake; what a deletion is doing is not of interest here.
async fn next(messages: &mut Receiver<Message>) -> Option<Message> {
    loop {
        match messages.recv().await {
            Some(Message::Staged { .. }) => {}
            other => return other,
        }
    }
}

fn crashed(message: Option<Message>) -> Answer {
    let Some(Message::Answered(Answered {
        request: RequestId(7),
        at_ms: NOW_MS,
        answer,
        ..
    })) = message
    else {
        panic!("{message:?}")
    };
    answer
}

#[tokio::test]
async fn a_delete_whose_task_crashes_has_no_answer() {
    let (effects, mut messages, _data) = start(Fate::Panics);
    effects
        .send(Effect::DeleteMirror {
            request: RequestId(7),
            order: order(),
        })
        .unwrap();
    assert_eq!(crashed(next(&mut messages).await), Answer::Crashed);
}

#[tokio::test]
async fn a_read_whose_task_crashes_is_answered_too() {
    let (effects, mut messages, _data) = start(Fate::Panics);
    let request = RequestId(7);
    effects.send(list_devices(request)).unwrap();
    assert_eq!(crashed(next(&mut messages).await), Answer::Crashed);
    effects
        .send(Effect::ListMirrors {
            request,
            device: device_name("a"),
        })
        .unwrap();
    assert_eq!(crashed(next(&mut messages).await), Answer::Crashed);
    effects
        .send(Effect::ViewMirror {
            request,
            target: mirror_id("a", None),
        })
        .unwrap();
    assert_eq!(crashed(next(&mut messages).await), Answer::Crashed);
}

#[tokio::test]
async fn a_read_that_nobody_waits_for_is_given_up_and_makes_room() {
    let (effects, mut messages, _data) = start(Fate::NeverAnswers);
    // One read may be on the wire; the second waits for its turn until the first is given up.
    for number in [1, 2] {
        let request = RequestId(number);
        effects
            .send(Effect::ViewMirror {
                request,
                target: mirror_id("a", None),
            })
            .unwrap();
    }
    for number in [1, 2] {
        effects
            .send(Effect::Abandon {
                request: RequestId(number),
            })
            .unwrap();
    }
    let wake = Wake::Rested(1);
    effects
        .send(Effect::WakeAfter {
            after_ms: 1,
            wake: wake.clone(),
        })
        .unwrap();
    assert_eq!(
        messages.recv().await,
        Some(Message::Woke(wake)),
        "and nothing else before"
    );
}

#[tokio::test(start_paused = true)]
async fn a_delete_cannot_be_given_up() {
    let (effects, mut messages, _data) = start(Fate::NeverAnswers);
    let request = RequestId(7);
    effects
        .send(Effect::DeleteMirror {
            request,
            order: order(),
        })
        .unwrap();
    effects.send(Effect::Abandon { request }).unwrap();
    let quiet = tokio::time::timeout(Duration::from_mins(10), next(&mut messages)).await;
    assert!(quiet.is_err(), "no answer was made up for it: {quiet:?}");
}

#[tokio::test]
async fn the_worker_ends_with_the_screen() {
    let (effects, mut messages, _data) = start(Fate::NeverAnswers);
    effects.send(list_devices(RequestId(1))).unwrap();
    drop(effects);
    assert_eq!(messages.recv().await, None);
}

#[tokio::test(start_paused = true)]
async fn what_a_deletion_waits_for_goes_ahead_of_other_reads() {
    // Every read but the first would wait for its turn: the limit is one, and none is answered.
    let (effects, mut messages, _data) = start(Fate::PanicsAt("/ahead/"));
    let send = |effect| effects.send(effect).unwrap();
    send(Effect::ViewMirror {
        request: RequestId(1),
        target: mirror_id("a", None),
    });
    send(Effect::ReadAfresh {
        request: RequestId(7),
        target: mirror_id("ahead", None),
    });
    assert_eq!(crashed(next(&mut messages).await), Answer::Crashed);
    send(Effect::ViewMirror {
        request: RequestId(3),
        target: mirror_id("ahead", None),
    });
    let quiet = tokio::time::timeout(Duration::from_mins(10), messages.recv()).await;
    assert!(quiet.is_err(), "others wait: {quiet:?}");
}
