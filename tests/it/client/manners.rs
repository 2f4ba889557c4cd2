//! How many requests are on the wire, and whose.

use std::time::Duration;

use mirrordeck::api::client::{Call, Client};
use mirrordeck::model::error::{ApiError, NotSent};
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};

use super::load::{Model, busy, delete, read};
use super::order;
use crate::support::scripted::{NOW_MS, default_of, device, error};

/// Reads as many mirrors at a time as the client lets through; says how many were read.
async fn read_many(client: &Client<Model>, count: usize) -> usize {
    let mut reads = JoinSet::new();
    for _ in 0..count {
        let client = client.clone();
        reads.spawn(async move { read(client, "many").await });
    }
    reads.join_all().await.into_iter().filter(|ok| *ok).count()
}

#[tokio::test(start_paused = true)]
async fn the_limit_starts_at_four_and_grows_while_it_is_used() {
    let model = Model::new(20);
    let client = model.client(16);
    assert_eq!(client.traffic().limit, 4);
    let background = client.background();
    let began = Instant::now();
    assert_eq!(read_many(&background, 200).await, 200);
    assert_eq!(client.traffic().limit, 16);
    assert_eq!(model.most(), 16, "never above what the user allows");
    // A round takes 20 ms: with 4, 5, 6 and so on to 15 in it, then 16.
    assert_eq!(began.elapsed(), Duration::from_millis(20 * (12 + 6)));
    // From then on all places are taken.
    let began = Instant::now();
    assert_eq!(read_many(&background, 1600).await, 1600);
    assert_eq!(began.elapsed(), Duration::from_secs(2));
}

#[tokio::test(start_paused = true)]
async fn a_limit_that_holds_nobody_back_does_not_grow() {
    let model = Model::new(20);
    let client = model.client(16);
    for _ in 0..100 {
        assert_eq!(read_many(&client, 3).await, 3);
    }
    assert_eq!(client.traffic().limit, 4);
    let small = model.client(2);
    assert_eq!(read_many(&small, 50).await, 50);
    assert_eq!(small.traffic().limit, 2);
}

#[tokio::test(start_paused = true)]
async fn the_limit_is_halved_once_for_all_that_was_on_the_wire() {
    for status in [429, 503] {
        let model = Model::new(20);
        let client = model.client(16).background();
        read_many(&client, 200).await;
        assert_eq!(client.traffic().limit, 16);
        model.refuse(vec![error(status, "420", "m"); 16]);
        let all = read_many(&client, 16);
        tokio::pin!(all);
        tokio::select! {
            _ = &mut all => panic!("refused requests are sent again later"),
            () = sleep(Duration::from_millis(21)) => {}
        }
        let traffic = client.traffic();
        assert_eq!((traffic.limit, traffic.is_lowered), (8, true), "{status}");
        assert_eq!(all.await, 16);
        // It never goes below one.
        model.refuse(vec![error(status, "420", "m"); 7]);
        let one = tokio::spawn(read(client.clone(), "a"));
        let limit = async {
            while model.refused() < 16 + 7 {
                sleep(Duration::from_millis(1)).await;
            }
            sleep(Duration::from_millis(20)).await;
            client.traffic().limit
        };
        assert_eq!(limit.await, 1);
        assert!(one.await.unwrap());
        sleep(Duration::from_mins(2)).await;
        let traffic = client.traffic();
        assert_eq!((traffic.limit, traffic.is_lowered), (4, false), "long ago");
    }
}

#[tokio::test(start_paused = true)]
async fn it_settles_near_what_the_service_bears_and_all_work_gets_done() {
    for rate in [400.0, 120.0, 40.0, 8.0] {
        let model = Model::new(20).at_most(rate);
        let client = model.client(16);
        let count = 400;
        let began = Instant::now();
        let all = {
            let client = client.background();
            tokio::spawn(async move { read_many(&client, count).await })
        };
        // Somebody looks at things meanwhile, and is not kept waiting.
        let mut longest = Duration::ZERO;
        let mut looks = 0;
        while !all.is_finished() {
            let asked = Instant::now();
            looks += usize::from(read(client.clone(), "looked-at").await);
            longest = longest.max(asked.elapsed());
            sleep(Duration::from_secs(1)).await;
        }
        assert_eq!(all.await.unwrap(), count, "at {rate}");
        let took = began.elapsed().as_secs_f64();
        #[allow(clippy::cast_precision_loss)]
        let (ideal, refused) = (count as f64 / rate, model.refused() as f64 / count as f64);
        assert!(looks > 1, "{looks} at {rate}");
        assert!(took < ideal * 2.2 + 3.0, "{took} s of {ideal} s at {rate}");
        assert!(refused < 0.4, "{refused} for each that was done at {rate}");
        assert!(longest < Duration::from_secs(1), "{longest:?} at {rate}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_service_that_wants_to_be_left_alone_is_left_alone_by_all() {
    for status in [429, 503] {
        let model = Model::new(20);
        let client = model.client(16);
        model.refuse([busy(status, 3)]);
        let mut all = JoinSet::new();
        let background = client.background();
        all.spawn(read(background.clone(), "refused"));
        sleep(Duration::from_millis(30)).await;
        let traffic = client.traffic();
        let until_ms = NOW_MS.cast_signed() + 3_020;
        assert_eq!(
            (traffic.waits_until_ms, traffic.waits_ms),
            (Some(until_ms), 3_000)
        );
        assert!(traffic.is_worth_showing());
        all.spawn(read(background.clone(), "background"));
        all.spawn(delete(background, "deleted-in-background"));
        all.spawn(read(client.clone(), "shown"));
        all.spawn(read(client.ahead(), "ahead"));
        all.spawn(delete(client.clone(), "deleted"));
        assert!(all.join_all().await.into_iter().all(|ok| ok));
        let times = model.times();
        assert_eq!((times[0], times.len()), (0, 7));
        for at_ms in &times[1..] {
            assert!((3_020..=3_600).contains(at_ms), "{status}: {times:?}");
        }
        assert_eq!(client.traffic().waits_until_ms, None);
    }
}

#[tokio::test(start_paused = true)]
async fn nobody_is_kept_waiting_for_longer_than_half_a_minute() {
    let model = Model::new(0);
    let client = model.client(16);
    model.refuse([busy(429, 9_999)]);
    assert!(read(client, "a").await);
    let times = model.times();
    assert!((30_000..=30_250).contains(&times[1]), "{times:?}");
}

#[tokio::test(start_paused = true)]
async fn what_is_looked_at_goes_first_and_else_it_is_first_come_first_served() {
    let model = Model::new(100);
    let client = model.client(1);
    let mut all = JoinSet::new();
    for name in ["b0", "b1", "b2"] {
        all.spawn(read(client.background(), name));
        tokio::task::yield_now().await;
    }
    sleep(Duration::from_millis(10)).await;
    // One may go beside what fills the limit, so that the screen does not wait; the others are next.
    for name in ["s0", "s1", "s2"] {
        all.spawn(read(client.clone(), name));
        tokio::task::yield_now().await;
    }
    // Changes in the background wait as reads do, others do not.
    all.spawn(delete(client.background(), "b3"));
    tokio::task::yield_now().await;
    all.spawn(delete(client.clone(), "a0"));
    sleep(Duration::from_millis(1)).await;
    assert_eq!(client.traffic().in_flight, 3);
    all.join_all().await;
    let names = ["b0", "s0", "a0", "s1", "s2", "b1", "b2", "b3"];
    assert_eq!(model.names(), names);
}

#[tokio::test(start_paused = true)]
async fn who_leaves_the_queue_leaves_nothing_behind() {
    let model = Model::new(100);
    let client = model.client(1);
    for rank in [client.clone(), client.background()] {
        let first = tokio::spawn(read(rank.clone(), "first"));
        tokio::task::yield_now().await;
        let waiting: Vec<_> = (0..100)
            .map(|_| tokio::spawn(read(rank.clone(), "waiting")))
            .collect();
        let last = tokio::spawn(read(rank.clone(), "last"));
        sleep(Duration::from_millis(50)).await;
        waiting.iter().for_each(tokio::task::JoinHandle::abort);
        first.abort();
        assert!(last.await.unwrap());
        assert_eq!(client.traffic().in_flight, 0);
        assert!(read(rank, "after").await);
        assert_eq!(model.most(), 1);
    }
    assert_eq!(model.times().len(), 6);
}

#[tokio::test(start_paused = true)]
async fn in_the_background_a_refusal_for_the_load_is_borne_with_patience() {
    // More than the budget of all retries would allow, and more often than others try.
    let model = Model::new(1);
    let client = model.client(16);
    let refusal = |status| error(status, "420", "m");
    for _ in 0..5 {
        model.refuse(vec![refusal(429); 7]);
        assert!(delete(client.background(), "a").await);
        model.refuse(vec![refusal(503); 7]);
        assert!(read(client.background(), "a").await);
    }
    let count = |model: &Model| model.take_arrived();
    assert_eq!(count(&model), 10 * 8);
    model.refuse(vec![refusal(429); 8]);
    assert!(!read(client.background(), "a").await);
    assert_eq!(count(&model), 8, "but not for ever");
    // A DELETE may have happened where the server failed; a quota does not come back in seconds.
    model.refuse([refusal(503)]);
    assert!(!delete(client.background(), "a").await);
    assert_eq!(count(&model), 1);
    model.refuse([error(429, "400", "Quota Exceeded")]);
    assert!(!read(client.background(), "a").await);
    assert_eq!(count(&model), 1);
    // The shared retries are untouched: others have theirs.
    model.refuse(vec![refusal(429); 3]);
    assert!(!delete(client, "a").await);
    assert_eq!(count(&model), 3);
}

#[tokio::test(start_paused = true)]
async fn the_rate_is_that_of_the_last_second() {
    let model = Model::new(20);
    let client = model.client(16);
    assert_eq!(client.traffic().per_second, 0);
    for _ in 0..10 {
        client.view_device(&device("bulb-01")).await.unwrap_err();
    }
    let traffic = client.traffic();
    assert_eq!((traffic.per_second, traffic.background_per_second), (10, 0));
    assert!(!traffic.is_worth_showing(), "that is ordinary browsing");
    read_many(&client.background(), 2_000).await;
    let traffic = client.traffic();
    assert!((700..=800).contains(&traffic.per_second), "{traffic:?}");
    assert_eq!(traffic.per_second, traffic.background_per_second);
    assert!(traffic.is_worth_showing());
    sleep(Duration::from_secs(1)).await;
    assert_eq!(client.traffic().per_second, 0);
}

#[tokio::test(start_paused = true)]
async fn who_is_given_up_while_the_service_is_left_alone_has_sent_nothing() {
    let model = Model::new(1);
    let client = model.client(16);
    model.refuse([busy(429, 20)]);
    let refused = tokio::spawn(read(client.background(), "refused"));
    sleep(Duration::from_millis(5)).await;
    for shown in [true, false] {
        let (tell, mut told) = tokio::sync::mpsc::unbounded_channel();
        let call = Call::new(move |retry| tell.send(retry).unwrap());
        let ranked = if shown {
            client.clone()
        } else {
            client.background()
        };
        let followed = ranked.followed(call.clone());
        let deletion =
            tokio::spawn(async move { followed.delete_mirror(&order(default_of("a"))).await });
        sleep(Duration::from_secs(1)).await;
        // Whoever sits before the screen reads why; in the background it is told for all together.
        let first = told.try_recv().ok().flatten();
        assert_eq!(first.as_ref().map(|retry| retry.next), shown.then_some(1));
        assert!(!deletion.is_finished());
        call.give_up();
        let error = deletion.await.unwrap().unwrap_err();
        assert!(
            matches!(&error, ApiError::NotSent { why, .. } if *why == NotSent::GivenUp),
            "{error:?}"
        );
        assert_eq!(call.attempts(), 0);
    }
    assert_eq!(model.times().len(), 1);
    assert!(refused.await.unwrap());
}
