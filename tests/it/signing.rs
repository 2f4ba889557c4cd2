//! The signature, and that what is signed is what is sent.

use mirrordeck::api::request::{Operation, build};
use mirrordeck::api::sign::sign;
use mirrordeck::api::wire::{
    ACCESS_KEY_HEADER, Method, SIGNATURE_HEADER, TIMESTAMP_HEADER, WireRequest,
};
use mirrordeck::model::device::{Identifier, SearchBy};
use mirrordeck::model::mirror::{MirrorId, MirrorName};
use percent_encoding::percent_decode_str;
use proptest::prelude::*;

use crate::support::scripted::{
    NOW_MS, Scripted, at_once, client, default_of, device, keys, named, reply,
};

const PREFIX: &str = "/cloudiotcore/v1";

/// The vectors of the API reference, section 5.2.
const VECTORS: [(Method, &str, &str); 6] = [
    (
        Method::Get,
        "/cloudiotcore/v1/devices?page=0&size=10",
        "bsmO3OwcBtwWnwZi+HOMByoQDU9RVciPSycOPhprE3M=",
    ),
    (
        Method::Get,
        "/cloudiotcore/v1/devices/mirror/ListNamedMirrorForDevice/bulb-01",
        "KMEfPNmwKfVbHEQWxkeld9dEVMegthjHXsVfjpLHeyI=",
    ),
    (
        Method::Delete,
        "/cloudiotcore/v1/devices/bulb-01/mirror",
        "GmVhRWQ19OaNhlrUFyyjWOHNUCZhFWG5L+rjTHvcDgI=",
    ),
    (
        Method::Delete,
        "/cloudiotcore/v1/devices/bulb-01/mirror?name=schedule",
        "z63s8D/0cXZbd6IogsJ/vjo0+MiFXstI829Q7xL0BZo=",
    ),
    (
        Method::Delete,
        "/cloudiotcore/v1/devices/bulb-01/mirror?name=night%20mode",
        "NUTe9qnH9Nl1eUYfx5BlaE2hl8f3Ps2tPv0ZDwxbyBw=",
    ),
    (
        Method::Get,
        "/cloudiotcore/v1/search/devices/property?page=0&size=10&keyword=type%3Dapartment%2Croom%3Avip",
        "5khlkGBs3d9BhOf1DEM6qXoc0hXcGuVAAjF5ruknimE=",
    ),
];

#[test]
fn the_six_vectors_of_the_reference_are_met() {
    for (method, path_and_query, signature) in VECTORS {
        assert_eq!(
            sign(method, path_and_query, NOW_MS, &keys()),
            signature,
            "{path_and_query}"
        );
    }
}

#[test]
fn the_operations_build_the_paths_of_the_vectors() {
    let delete = |target| Operation::DeleteMirror {
        target,
        version: None,
        token: None,
    };
    let operations = [
        Operation::ListDevices { page: 0, size: 10 },
        Operation::ListMirrors(device("bulb-01")),
        delete(default_of("bulb-01")),
        delete(named("bulb-01", "schedule")),
        delete(named("bulb-01", "night mode")),
        Operation::SearchDevices {
            by: SearchBy::Property,
            keyword: "type=apartment,room:vip".to_owned(),
            page: 0,
            size: 10,
        },
    ];
    for (operation, (method, path_and_query, _)) in operations.iter().zip(VECTORS) {
        let request = build(operation, PREFIX).unwrap();
        assert_eq!(
            (request.method, &*request.path_and_query),
            (method, path_and_query)
        );
    }
}

#[test]
fn the_body_is_not_signed() {
    let target = default_of("bulb-01");
    let request = |version| {
        let operation = Operation::DeleteMirror {
            target: target.clone(),
            version,
            token: None,
        };
        build(&operation, PREFIX).unwrap()
    };
    let (with, without) = (request(Some(14)), request(None));
    assert!(with.body.is_some() && without.body.is_none());
    assert_eq!(with.path_and_query, without.path_and_query);
}

/// Whether the headers sign exactly the path and query that stand beside them.
fn signs_itself(request: &WireRequest) -> bool {
    let timestamp: u64 = request.header(TIMESTAMP_HEADER).unwrap().parse().unwrap();
    let signature = sign(request.method, &request.path_and_query, timestamp, &keys());
    request.header(SIGNATURE_HEADER) == Some(&signature)
        && request.header(ACCESS_KEY_HEADER) == Some(keys().access_key())
}

/// Whether a URL parser, such as the HTTP library's, leaves the text as it is.
fn survives_a_url_parser(path_and_query: &str) -> bool {
    let url = url::Url::parse(&format!("https://host{path_and_query}")).unwrap();
    &url[url::Position::BeforePath..] == path_and_query
}

fn decoded(encoded: &str) -> String {
    percent_decode_str(encoded).decode_utf8().unwrap().into()
}

/// Any text, and often the characters that have a meaning in a URL.
fn names() -> impl Strategy<Value = String> {
    let awkward = prop::sample::select(vec![
        '+', ' ', '%', '&', '/', '#', '?', '=', '.', '\\', '\'', '"', '<', '|', ';', ':', '@', '~',
        '\n', '\0', '\u{7f}', '한', '글', '\u{1112}', '💡', '\u{202e}', 'a', '2', 'F',
    ]);
    prop_oneof![
        prop::collection::vec(awkward, 1..12).prop_map(String::from_iter),
        "\\PC{1,12}",
        prop::collection::vec(any::<char>(), 1..12).prop_map(String::from_iter),
    ]
    .prop_filter("a URL resolves these away", |name| {
        name != "." && name != ".."
    })
}

proptest! {
    #[test]
    fn what_is_signed_is_what_is_sent(device_name in names(), mirror in names()) {
        let transport = Scripted::new([reply(404, "")]);
        let target = MirrorId::new(
            Identifier::new(&device_name).unwrap(),
            MirrorName::named(&mirror).unwrap(),
        );
        let answer = at_once(client(transport.clone()).view_mirror(&target));
        prop_assert!(answer.is_err());
        let sent = transport.sent().remove(0);
        prop_assert!(signs_itself(&sent));
        prop_assert!(survives_a_url_parser(&sent.path_and_query));

        let rest = sent.path_and_query.strip_prefix("/cloudiotcore/v1/devices/").unwrap();
        let (in_path, query) = rest.split_once("/mirror?name=").unwrap();
        for encoded in [in_path, query] {
            let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte);
            prop_assert!(encoded.bytes().all(plain));
        }
        prop_assert_eq!(decoded(in_path), device_name);
        prop_assert_eq!(decoded(query), mirror);
    }

    #[test]
    fn a_keyword_survives_too(keyword in names(), page: u64, size in 1_u32..1000) {
        let transport = Scripted::new([reply(200, r#"{"body": {"content": []}}"#)]);
        let search = client(transport.clone());
        at_once(search.search_devices(SearchBy::Description, &keyword, page, size)).unwrap();
        let sent = transport.sent().remove(0);
        prop_assert!(signs_itself(&sent) && survives_a_url_parser(&sent.path_and_query));
        let start = format!("{PREFIX}/search/devices/description?page={page}&size={size}&keyword=");
        prop_assert_eq!(decoded(sent.path_and_query.strip_prefix(&start).unwrap()), keyword);
    }
}
