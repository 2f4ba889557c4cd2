//! Devices, searches, mirrors.

use std::collections::BTreeSet;

use mirrordeck::api::transport::Transport;
use mirrordeck::model::device::{DevicePage, PageInfo, SearchBy};
use mirrordeck::model::error::ApiError;
use mirrordeck::model::mirror::MirrorRead;

use super::{World, contracts};
use crate::support::scripted::{default_of, device, named, refusal};

contracts! {
    PATIENT_MS;
    every_device_is_on_one_page_and_can_be_viewed,
    a_page_is_as_long_as_the_service_allows,
    a_search_looks_at_names_descriptions_and_properties,
    a_search_that_cannot_be_done_is_refused,
    mirrors_are_listed_by_name_and_viewed,
    what_is_not_there_is_told_apart_from_what_cannot_be_read,
}

fn names(page: &DevicePage) -> Vec<&str> {
    page.devices
        .iter()
        .map(|device| device.name.raw())
        .collect()
}

async fn every_device_is_on_one_page_and_can_be_viewed(world: World<impl Transport>) {
    let client = world.client();
    let mut seen = BTreeSet::new();
    for number in 0..3 {
        let page = client.list_devices(number, 100).await.unwrap();
        assert_eq!(page.unnamed, 0);
        for listed in page.devices {
            let detail = client.view_device(&listed.name).await.unwrap();
            assert_eq!(detail.device, listed);
            assert!(seen.insert(listed.name), "twice");
        }
    }
    assert_eq!(seen.len(), 120);
    let past_the_end = client.list_devices(3, 100).await.unwrap();
    assert_eq!(names(&past_the_end), [""; 0]);
}

async fn a_page_is_as_long_as_the_service_allows(world: World<impl Transport>) {
    let client = world.client();
    for (asked, size, total_pages) in [(100, 50, 3), (50, 50, 3), (7, 7, 18), (1, 1, 120)] {
        let page = client.list_devices(0, asked).await.unwrap();
        let expected = PageInfo {
            number: 0,
            size,
            total_elements: 120,
            total_pages,
        };
        assert_eq!(page.page, Some(expected));
        assert_eq!(page.devices.len() as u64, size);
    }
    let last = client.list_devices(17, 7).await.unwrap();
    assert_eq!(last.devices.len(), 1);
}

async fn a_search_looks_at_names_descriptions_and_properties(world: World<impl Transport>) {
    let client = world.client();
    for (by, keyword, found) in [
        (SearchBy::Name, "greenhouse-07", &["greenhouse-07"][..]),
        (
            SearchBy::Name,
            "bench-0",
            &["test-bench-01", "test-bench-02", "test-bench-03"],
        ),
        (SearchBy::Description, "valve A", &["greenhouse-07"]),
        (SearchBy::Description, "온실 6동", &["greenhouse-06"]),
        (
            SearchBy::Property,
            "crop=strawberry,floor:2,hall",
            &["greenhouse-07"],
        ),
        (SearchBy::Name, "a&b=c+d%20", &[]),
    ] {
        let page = client.search_devices(by, keyword, 0, 10).await.unwrap();
        assert_eq!(names(&page), found, "{by:?} {keyword}");
        assert_eq!(page.page.unwrap().total_elements, found.len() as u64);
    }
    let all = client
        .search_devices(SearchBy::Name, "greenhouse", 0, 5)
        .await;
    let second = client
        .search_devices(SearchBy::Name, "greenhouse", 1, 5)
        .await;
    let (all, second) = (all.unwrap(), second.unwrap());
    assert_eq!(
        (all.devices.len(), all.page),
        (5, {
            let info = second.page.unwrap();
            Some(PageInfo { number: 0, ..info })
        })
    );
    assert!(
        names(&all)
            .iter()
            .all(|name| !names(&second).contains(name))
    );
}

async fn a_search_that_cannot_be_done_is_refused(world: World<impl Transport>) {
    let client = world.client();
    for (by, keyword) in [
        (SearchBy::Name, ""),
        (SearchBy::Property, "a,b,c,d"),
        (SearchBy::Property, "crop=straw berry"),
    ] {
        let refusal = refusal(client.search_devices(by, keyword, 0, 10).await);
        assert_eq!(refusal.status, 400, "{keyword:?}: {refusal}");
    }
}

async fn mirrors_are_listed_by_name_and_viewed(world: World<impl Transport>) {
    let client = world.client();
    let list = client.list_mirrors(&device("agv-01")).await.unwrap();
    let listed: Vec<_> = list.names.iter().map(ToString::to_string).collect();
    assert_eq!(listed, ["firmware", "route", "안전"]);
    let MirrorRead::Found(reading) = client.view_mirror(&named("agv-01", "안전")).await.unwrap()
    else {
        panic!("it stands");
    };
    assert_eq!(reading.document.version, Some(3));
    assert_eq!(reading.comparison.differing, 0);
    let default = client.view_mirror(&default_of("agv-01")).await.unwrap();
    assert!(matches!(default, MirrorRead::Found(_)));
    let none = client.list_mirrors(&device("greenhouse-06")).await.unwrap();
    assert_eq!(none.names, []);
}

async fn what_is_not_there_is_told_apart_from_what_cannot_be_read(world: World<impl Transport>) {
    let client = world.client();
    for target in [
        named("greenhouse-07", "nobody"),
        default_of("greenhouse-06"),
    ] {
        let read = client.view_mirror(&target).await.unwrap();
        assert_eq!(read, MirrorRead::Absent, "{target}");
    }
    let nowhere = device("no-such-device");
    assert_eq!(refusal(client.view_device(&nowhere).await).status, 404);
    assert_eq!(refusal(client.list_mirrors(&nowhere).await).status, 404);
    let lost = client.view_mirror(&named("no-such-device", "nobody")).await;
    assert!(refusal(lost).message.as_str().contains("Device"));
    let dots = client.view_device(&device("..")).await;
    assert!(matches!(dots, Err(ApiError::NotSent { .. })), "{dots:?}");
}
