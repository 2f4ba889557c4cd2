//! What one request and its reply cost, without a network.

#[path = "support/replies.rs"]
mod replies;

use divan::{Bencher, black_box};
use mirrordeck::api::response::{device_page, mirror};
use mirrordeck::api::sign::sign;
use mirrordeck::api::wire::Method;
use mirrordeck::model::credentials::Credentials;
use mirrordeck::model::mirror::{MirrorName, MirrorReading};
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
