//! The limit and the rate: told by the worker, and on the screen.

use std::time::Duration;

use mirrordeck::api::client::Client;
use mirrordeck::api::clock::Clock;
use mirrordeck::app::effect::Effect;
use mirrordeck::app::geometry::Size;
use mirrordeck::app::message::{Message, RequestId};
use mirrordeck::i18n::Text;
use mirrordeck::model::base_url::BaseUrl;
use mirrordeck::model::traffic::Traffic;
use mirrordeck::runtime::worker::Worker;
use mirrordeck::sim::demo_credentials;
use mirrordeck::sim::service::{Service, Settings};
use mirrordeck::sim::throttle::Throttle;
use mirrordeck::sim::transport::SimTransport;
use mirrordeck::view::view;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use tempfile::TempDir;
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep, timeout};

use crate::support::fixtures::{Bench, actions, device_name};
use crate::support::simulator::START_MS;

const BUSY: Traffic = Traffic {
    limit: 16,
    in_flight: 12,
    per_second: 640,
    background_per_second: 638,
    is_lowered: false,
    waits_until_ms: None,
    waits_ms: 0,
};

/// The words at the right end of the header.
fn header(bench: &mut Bench, columns: u16) -> String {
    bench.send(Message::Resized(Size { columns, rows: 24 }));
    let state = &bench.state;
    let mut terminal = Terminal::new(TestBackend::new(columns, 24)).unwrap();
    terminal.draw(|frame| view(state, frame)).unwrap();
    let cells = terminal.backend().buffer().content().iter();
    let line: String = cells
        .take(columns.into())
        .map(ratatui::buffer::Cell::symbol)
        .collect();
    let after_key = line.split_once("key ").unwrap().1.trim_end();
    after_key
        .split_once(' ')
        .map_or("", |(_, words)| words)
        .trim()
        .to_owned()
}

fn after(traffic: Traffic, columns: u16) -> String {
    let mut bench = Bench::open();
    bench.state.setup.account.host = Text::verbatim("cloudiotcore.apigw.ntruss.com".repeat(8));
    bench.send(Message::Traffic(traffic));
    assert!(bench.effects.is_empty());
    header(&mut bench, columns)
}

#[test]
fn work_in_the_background_shows_its_rate_in_the_room_that_there_is() {
    assert_eq!(after(BUSY, 200), "12 of 16  640/s");
    let short = Traffic {
        in_flight: 2,
        limit: 2,
        per_second: 99,
        ..BUSY
    };
    assert_eq!(after(short, 200), "2 of 2 in flight  99/s");
    assert_eq!(after(BUSY, 60), "12…");
    assert_eq!(after(short, 60), "2 …");
}

#[test]
fn what_has_just_ended_leaves_its_rate_or_nothing() {
    let ended = Traffic {
        in_flight: 0,
        per_second: 48,
        ..BUSY
    };
    assert_eq!(after(ended, 200), "48/s");
    assert_eq!(after(ended, 80), "");
}

#[test]
fn a_pause_says_how_long_it_is() {
    let pause = Traffic {
        limit: 8,
        waits_until_ms: Some(1),
        waits_ms: 2_400,
        ..BUSY
    };
    assert_eq!(after(pause, 200), "waits 3 s  limit 8");
    assert_eq!(after(pause, 60), "…3s");
}

#[test]
fn ordinary_reads_look_as_always() {
    let mut bench = Bench::open();
    let before = header(&mut bench, 200);
    let browsing = Traffic {
        background_per_second: 1,
        ..BUSY
    };
    bench
        .send(Message::Traffic(BUSY))
        .send(Message::Traffic(browsing));
    assert_eq!(bench.state.traffic, None);
    assert_eq!(header(&mut bench, 200), before);
    bench.press("r");
    assert!(header(&mut bench, 200).contains("in flight"));
    let lowered = Traffic {
        limit: 2,
        is_lowered: true,
        background_per_second: 0,
        ..BUSY
    };
    bench.send(Message::Traffic(lowered));
    let words = header(&mut bench, 200);
    assert!(words.ends_with("in flight  limit 2"), "{words}");
}

#[tokio::test(start_paused = true)]
async fn the_worker_tells_of_the_traffic_now_and_then_and_when_it_is_over() {
    let began = Instant::now();
    let clock =
        Clock::from_fn(move || START_MS + u64::try_from(began.elapsed().as_millis()).unwrap());
    let mut service = Service::new(START_MS, Settings::default());
    service.throttle(Throttle::per_second(100), START_MS);
    let service = SimTransport::new(service, clock.clone(), 20, 10_000);
    let base = BaseUrl::parse("https://demo.invalid/cloudiotcore/v1").unwrap();
    let client = Client::new(service, &base, demo_credentials(), clock.clone(), 16, false);
    let data = TempDir::new().unwrap();
    let (effects, inbox) = mpsc::unbounded_channel();
    let (outbox, mut messages) = mpsc::channel(8);
    let worker = Worker {
        actions: actions(client.clone(), &clock, data.path()),
        clock,
        page_size: 100,
    };
    tokio::spawn(worker.run(inbox, outbox));

    let mut told: Vec<(Duration, Traffic)> = Vec::new();
    let browse = async |messages: &mut mpsc::Receiver<Message>, told: &mut Vec<_>| {
        let (request, device) = (RequestId(1), device_name("greenhouse-07"));
        effects
            .send(Effect::ListMirrors { request, device })
            .unwrap();
        loop {
            match messages.recv().await.unwrap() {
                Message::Traffic(traffic) => told.push((began.elapsed(), traffic)),
                Message::Answered(_) => return,
                _ => {}
            }
        }
    };
    for _ in 0..20 {
        browse(&mut messages, &mut told).await;
        sleep(Duration::from_millis(100)).await;
    }
    assert_eq!(told, [], "ordinary reads are not told");

    let background = client.background();
    let work = tokio::spawn(async move {
        let mut all = tokio::task::JoinSet::new();
        for _ in 0..200 {
            let client = background.clone();
            all.spawn(async move { client.view_device(&device_name("greenhouse-07")).await });
        }
        all.join_all().await.into_iter().all(|read| read.is_ok())
    });
    while !work.is_finished() {
        browse(&mut messages, &mut told).await;
        sleep(Duration::from_millis(50)).await;
    }
    assert!(work.await.unwrap());
    // The worker looks when one of its own tasks ends, and that work was none of them.
    browse(&mut messages, &mut told).await;
    assert!(told.len() > 4, "{told:?}");
    let took = told[told.len() - 1].0.saturating_sub(told[0].0);
    let most = took.as_millis() / 250 + 2;
    assert!(told.len() as u128 <= most, "{told:?}");
    assert!(told.iter().any(|(_, traffic)| traffic.is_lowered));
    assert!(told.iter().any(|(_, traffic)| traffic.per_second > 50));

    // The rate on the screen does not stay there, and then nothing happens any more.
    let mut last = None;
    while let Ok(message) = timeout(Duration::from_mins(1), messages.recv()).await {
        let Some(Message::Traffic(traffic)) = message else {
            panic!("{message:?}")
        };
        last = Some(traffic);
    }
    let last = last.unwrap();
    assert_eq!((last.per_second, last.in_flight), (0, 0), "{last:?}");
}
