//! What the panes know of mirrors that come and go.

use mirrordeck::app::mirrors::Mirrors;

use crate::support::fixtures::{device_name, mirror_id, names};

#[test]
fn mirrors_that_came_back_may_go_again() {
    let mut mirrors = Mirrors::default();
    mirrors.show(Some(device_name("agv-01")), 10);
    mirrors.take_list(&device_name("agv-01"), Ok(names(&["firmware"])), 10);
    let route = mirror_id("agv-01", Some("route"));
    mirrors.remember(&route, 10);
    assert_eq!(mirrors.len(), 3);
    for gone in [route, mirror_id("agv-01", Some("firmware"))] {
        mirrors.forget(&gone, 0, 10);
    }
    assert_eq!(mirrors.len(), 1);
    // Bytes that were counted wrong would now be more than any limit, and the list be dropped.
    mirrors.show(Some(device_name("agv-02")), 10);
    mirrors.take_list(&device_name("agv-02"), Ok(names(&[])), 10);
    mirrors.show(Some(device_name("agv-01")), 10);
    assert!(mirrors.list().is_some_and(|list| list.value.is_some()));
}
