//! A service that takes so many requests a second and no more.

use mirrordeck::api::wire::Method::Delete;
use mirrordeck::sim::OperationKind::{DeleteMirror, ListDevices};
use mirrordeck::sim::fault::{Fault, FaultKind};
use mirrordeck::sim::service::{Answer, Service};
use mirrordeck::sim::throttle::Throttle;

use crate::support::simulator::{START_MS, get, service, signed};

const PATH: &str = "/devices/greenhouse-07/mirror?name=legacy";

/// The status of a deletion at a time, and its `Retry-After`.
fn delete(service: &mut Service, at_ms: u64) -> (u16, Option<String>) {
    let reaction = service.handle(&signed(Delete, PATH, None, at_ms), at_ms);
    let Answer::Respond(response) = reaction.answer else {
        panic!("{reaction:?}")
    };
    let later = response.header("retry-after").map(str::to_owned);
    (response.status, later)
}

#[test]
fn what_comes_above_the_rate_is_refused_and_does_nothing() {
    let mut service = service();
    service.throttle(Throttle::per_second(40), START_MS);
    let refused = |(status, later): (u16, Option<String>)| status == 429 && later.is_none();
    // A tenth of a second's worth may come at once.
    let at_once: Vec<bool> = (0..9)
        .map(|_| refused(delete(&mut service, START_MS)))
        .collect();
    assert_eq!(at_once.iter().filter(|refused| !**refused).count(), 4);
    assert!(at_once[4..].iter().all(|refused| *refused));
    // From then on one every 25 ms, however often it is asked for.
    let later = (1..=1_000).filter(|ms| !refused(delete(&mut service, START_MS + ms)));
    assert_eq!(later.count(), 40);
    let worked = service.requests().filter(|request| request.worked).count();
    assert_eq!(worked, 1, "and 43 were let in to find it gone");
    assert!(
        service
            .requests()
            .any(|request| request.status == Some(429))
    );
}

#[test]
fn a_refused_request_uses_up_no_plan_and_a_rate_of_zero_ends_it() {
    let mut service = service();
    let later = Throttle {
        per_second: 1,
        retry_after: Some("2".to_owned()),
    };
    service.throttle(later, START_MS);
    assert_eq!(get(&mut service, "/devices").0, 200);
    service.plan(Fault::once(DeleteMirror, FaultKind::status(503)));
    let refused = delete(&mut service, START_MS);
    assert_eq!(refused, (429, Some("2".to_owned())));
    service.throttle(Throttle::per_second(0), START_MS);
    assert_eq!(delete(&mut service, START_MS).0, 503);
    assert_eq!(delete(&mut service, START_MS).0, 200);
    assert_eq!(service.count(ListDevices), 1);
}
