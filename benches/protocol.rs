//! What one request and its reply cost, without a network: here, and in the embedded service.

#[path = "support/replies.rs"]
mod replies;

use divan::{Bencher, black_box};
use mirrordeck::api::response::{device_page, mirror};
use mirrordeck::api::sign::sign;
use mirrordeck::api::wire::{
    ACCESS_KEY_HEADER, Method, SIGNATURE_HEADER, TIMESTAMP_HEADER, WireRequest,
};
use mirrordeck::model::credentials::Credentials;
use mirrordeck::model::mirror::{MirrorName, MirrorReading};
use mirrordeck::sim::service::{Reaction, Service, Settings};
use mirrordeck::sim::{DEMO_ACCESS_KEY, demo_credentials};
use replies::{ASKED, NOW_MS, mirror_of_100_kib, page_of_100_devices};

fn main() {
    divan::main();
}

#[divan::bench]
fn sign_one_request(bencher: Bencher) {
    let keys = Credentials::new(
        "EXAMPLEACCESSKEY0001",
        "ExampleSecretKeyForDocsOnly0000000000001",
    );
    let path = "/cloudiotcore/v1/devices/greenhouse-07/mirror?name=firmware";
    bencher.bench(|| {
        sign(
            Method::Delete,
            black_box(path),
            black_box(1_700_000_000_000),
            &keys,
        )
    });
}

#[divan::bench]
fn parse_a_page_of_100_devices(bencher: Bencher) {
    let reply = page_of_100_devices();
    bencher.bench(|| device_page(black_box(&reply), ASKED, 0));
}

#[divan::bench]
fn parse_a_mirror_of_100_kib(bencher: Bencher) {
    let reply = mirror_of_100_kib();
    bencher.bench(|| mirror(black_box(&reply), ASKED, &MirrorName::Default));
}

#[divan::bench]
fn compare_a_mirror_of_100_kib(bencher: Bencher) {
    let document = mirror(&mirror_of_100_kib(), ASKED, &MirrorName::Default)
        .expect("a success")
        .expect("a mirror");
    bencher
        .with_inputs(|| document.clone())
        .bench_values(|document| MirrorReading::new(document, NOW_MS));
}

/// The embedded service with 100,000 devices.
fn large_service() -> Service {
    let settings = Settings {
        devices: 100_000,
        ..Settings::default()
    };
    Service::new(SERVED_MS, settings)
}

/// The moment of every request to it, Unix milliseconds.
const SERVED_MS: u64 = 1_700_000_000_000;

fn asked(service: &mut Service, method: Method, path: &str) -> Reaction {
    let path_and_query = format!("/cloudiotcore/v1{path}");
    let signature = sign(method, &path_and_query, SERVED_MS, &demo_credentials());
    let request = WireRequest {
        method,
        path_and_query,
        headers: vec![
            (TIMESTAMP_HEADER, SERVED_MS.to_string()),
            (ACCESS_KEY_HEADER, DEMO_ACCESS_KEY.to_owned()),
            (SIGNATURE_HEADER, signature),
        ],
        body: None,
    };
    service.handle(&request, SERVED_MS)
}

#[divan::bench(sample_count = 20)]
fn begin_a_service_of_100_000_devices() -> Service {
    large_service()
}

/// One request to the service of 100,000 devices, as all others wait for it.
#[divan::bench(args = [
    "/devices?page=500&size=100",
    "/devices/mirror/ListNamedMirrorForDevice/valve-050002",
    "/devices/valve-050002/mirror",
    "/search/devices/name?keyword=valve-001",
    "/search/devices/description?keyword=hall%201",
    "/search/devices/description?keyword=hall&page=7",
    "/search/devices/property?keyword=type=valve,hall=3",
], sample_count = 100)]
fn ask_a_service_of_100_000_devices(bencher: Bencher, path: &str) {
    let mut service = large_service();
    bencher.bench_local(|| asked(&mut service, Method::Get, black_box(path)));
}

/// As above, a deletion of each device's default mirror.
#[divan::bench(sample_count = 500)]
fn delete_in_a_service_of_100_000_devices(bencher: Bencher) {
    let mut service = large_service();
    let mut index = 50_000;
    bencher.bench_local(|| {
        // Every eighth one is a valve.
        index += 8;
        let path = format!("/devices/valve-{:06}/mirror", index % 100_000 + 2);
        asked(&mut service, Method::Delete, &path)
    });
}
