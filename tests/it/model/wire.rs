//! Whether a DELETE or POST may have left.

use mirrordeck::api::wire::Method;
use serde_json::Value;

use super::order::{Order, View, is_same, may_be_repeated, views};
use super::watched::Sent;

/// Checks the change in this place among the requests: it was confirmed, in that version; what falls
/// is on the disk; the one before it surely did nothing.
pub fn check(orders: &[Order], sent: &[Sent], at: usize) {
    let it = &sent[at];
    let line = format!("{:?} {} {:?}", it.method, it.path, it.body);
    let order = orders
        .last()
        .filter(|order| order.from <= at && order.until.is_none_or(|until| at < until));
    let order = order.unwrap_or_else(|| panic!("{line} left, and nothing was confirmed"));
    assert_eq!(it.method, order.method(), "{line}: that was not confirmed");
    assert_eq!(
        it.place,
        Some(order.place()),
        "{line}: another mirror was confirmed"
    );
    let field = |key: &str| it.body.as_ref().and_then(|body| body.get(key));
    let token = field("clientToken").and_then(Value::as_str);
    assert_eq!(
        token,
        order.token.as_deref(),
        "{line}: the token of the dialog"
    );
    assert!(it.intended > 0, "{line} left before the journal knew of it");
    let lock = field("version").and_then(Value::as_u64);
    let before = &sent[order.from..at];
    let changes = || before.iter().filter(|it| it.method == order.method());
    match order.method() {
        Method::Delete => {
            assert_eq!(lock, order.lock, "{line}: the version of the dialog");
            assert!(changes().all(may_be_repeated), "{line} was sent again");
            let readings = readings(sent, order, at);
            let is_kept = it.copies.iter().any(|copy| readings.contains(&copy));
            assert!(is_kept, "{line} left without a copy of what was read");
        }
        _ => check_post(order, before, it, &line),
    }
}

/// What was read of the mirror of a deletion: at the version that it is locked on, or since it was
/// confirmed.
pub fn readings<'a>(sent: &'a [Sent], order: &Order, until: usize) -> Vec<&'a Vec<u8>> {
    let from = if order.lock.is_some() { 0 } else { order.from };
    let bodies = sent[from..until].iter().filter_map(|it| {
        let of_mirror = it.place == Some(order.place()) && it.method == Method::Get;
        let reply = it.reply.as_ref()?.as_ref().ok()?;
        let value: Value = serde_json::from_slice(&reply.body).ok()?;
        let version = value.get("version")?.as_u64();
        let fits = order.lock.is_none() || version == order.lock;
        (of_mirror && it.worked && fits).then_some(&reply.body)
    });
    bodies.collect()
}

fn check_post(order: &Order, before: &[Sent], it: &Sent, line: &str) {
    let lock = it.body.as_ref().and_then(|body| body.get("version"));
    let lock = lock.and_then(Value::as_u64);
    let own = || before.iter().filter(|it| it.method == Method::Post);
    if let Some(first) = own().rfind(|it| it.worked) {
        let is_other_half = may_follow(first, it);
        assert!(is_other_half, "{line} was sent again");
        assert_eq!(
            lock, first.left,
            "{line}: the version that the first half led to"
        );
        return;
    }
    assert_eq!(lock, order.lock, "{line}: the version of the dialog");
    if lock.is_none() {
        let seen = views(before, &order.place());
        assert!(
            seen.contains(&View::Absent),
            "{line}, and it was not seen to be absent"
        );
    } else {
        assert!(
            !it.copies.is_empty(),
            "{line} left without a copy of what it overwrites"
        );
    }
}

/// Whether a POST is the second half after a first that worked.
fn may_follow(first: &Sent, second: &Sent) -> bool {
    let halves = |it: &Sent| {
        let state = it.body.as_ref().and_then(|body| body.get("state")).cloned();
        let state = state.unwrap_or_default();
        (
            state.get("desired").is_some(),
            state.get("reported").is_some(),
        )
    };
    let clear = super::order::is_clear(first);
    clear && halves(first) == (true, false) && halves(second) == (false, true)
}

/// Whether the state of a copy is what stands.
pub fn stands_as(copy: &[u8], state: &Value) -> bool {
    let copy: Value = serde_json::from_slice(copy).unwrap();
    is_same(&copy["state"], state)
}
