//! Turns under any arrivals and departures.

use std::time::Duration;

use proptest::prelude::*;
use tokio::runtime::Builder;
use tokio::task::JoinSet;
use tokio::time::sleep;

use super::load::{Model, delete, read};
use crate::support::scripted::error;

/// One who asks for something, and perhaps goes away.
#[derive(Debug, Clone)]
struct Caller {
    after_ms: u64,
    in_background: bool,
    deletes: bool,
    leaves_after_ms: Option<u64>,
}

fn caller() -> impl Strategy<Value = Caller> {
    let leaves = proptest::option::of(0_u64..60);
    (0_u64..12, any::<bool>(), any::<bool>(), leaves).prop_map(
        |(after_ms, in_background, deletes, leaves_after_ms)| Caller {
            after_ms,
            in_background,
            // A change that is not in the background needs no turn.
            deletes: deletes && in_background,
            leaves_after_ms,
        },
    )
}

/// Lets everybody come and go; afterwards all turns must be there again.
async fn play(callers: Vec<Caller>, most: usize, refusals: usize, is_slow: bool) {
    let model = Model::new(if is_slow { 25 } else { 0 });
    model.refuse((0..refusals).map(|n| error([429, 503][n % 2], "420", "m")));
    let client = model.client(most);
    let mut all = JoinSet::new();
    for caller in callers {
        sleep(Duration::from_millis(caller.after_ms)).await;
        let ranked = if caller.in_background {
            client.background()
        } else {
            client.clone()
        };
        all.spawn(async move {
            let work = async {
                if caller.deletes {
                    delete(ranked, "a").await;
                } else {
                    read(ranked, "a").await;
                }
            };
            match caller.leaves_after_ms {
                Some(ms) => drop(tokio::time::timeout(Duration::from_millis(ms), work).await),
                None => work.await,
            }
        });
        let limit = usize::try_from(client.traffic().limit).unwrap();
        assert!(limit <= most);
        if refusals == 0 {
            assert!(model.on_wire() <= limit + 1, "above {limit}");
        }
    }
    all.join_all().await;
    assert!(model.most() <= most + 1);
    assert_eq!((model.on_wire(), client.traffic().in_flight), (0, 0));

    model.recover();
    // Old refusals are forgotten, and as many as at the start have their turns at the same time.
    sleep(Duration::from_mins(2)).await;
    let limit = usize::try_from(client.traffic().limit).unwrap();
    assert!(limit >= most.min(4));
    let mut last = JoinSet::new();
    for _ in 0..limit {
        last.spawn(read(client.background(), "a"));
    }
    for _ in 0..100 {
        tokio::task::yield_now().await;
    }
    let on_wire = model.on_wire();
    assert!(last.join_all().await.into_iter().all(|ok| ok));
    assert_eq!(on_wire, if is_slow { limit } else { on_wire });
}

proptest! {
    #[test]
    fn never_more_than_the_limit_and_one_are_on_the_wire_and_no_turn_gets_lost(
        callers in proptest::collection::vec(caller(), 1..80),
        most in 1_usize..12,
        refusals in prop_oneof![Just(0_usize), 1_usize..40],
        is_slow in any::<bool>(),
    ) {
        let runtime = Builder::new_current_thread()
            .enable_time()
            .start_paused(true)
            .build()
            .unwrap();
        runtime.block_on(play(callers, most, refusals, is_slow));
    }
}
