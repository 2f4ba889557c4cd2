//! Documented replies with bytes changed, on the screen.

use mirrordeck::api::response::{self, Asked};
use mirrordeck::api::wire::WireResponse;
use mirrordeck::app::message::{Answer, Message, Wake};
use mirrordeck::model::mirror::{MirrorName, MirrorRead, MirrorReading};
use proptest::prelude::*;

use crate::support::accidents::accidents_to;
use crate::support::fixtures::{Bench, NOW_MS, empty_state};
use crate::support::glass::Glass;

const REPLIES: [&[u8]; 6] = [
    include_bytes!("../../fixtures/device_page.json"),
    include_bytes!("../../fixtures/mirror_list.json"),
    include_bytes!("../../fixtures/mirror.json"),
    include_bytes!("../../fixtures/device.json"),
    include_bytes!("../../fixtures/gateway_error.json"),
    include_bytes!("../../fixtures/receipt.json"),
];

/// A documented reply after some accidents, now and then that of another operation.
fn reply(nth: usize) -> impl Strategy<Value = Vec<u8>> {
    let sound = prop_oneof![
        6 => Just(REPLIES[nth]),
        1 => prop::sample::select(REPLIES.to_vec()),
    ];
    accidents_to(sound.prop_map(<[u8]>::to_vec))
}

fn ask(bytes: Vec<u8>, status: u16) -> (WireResponse, Asked) {
    let reply = WireResponse {
        status,
        headers: vec![],
        body: bytes,
    };
    let asked = Asked {
        encoded: false,
        now_ms: NOW_MS,
        correction_ms: 0,
    };
    (reply, asked)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    /// The glass looks through every frame for what could steer a terminal.
    #[test]
    fn whatever_the_service_says_can_be_shown(
        page in reply(0),
        list in reply(1),
        mirror in reply(2),
        status in prop::sample::select(vec![200_u16, 200, 200, 201, 204, 400, 404, 500]),
        columns in 60_u16..130,
        rows in 16_u16..40,
    ) {
        let mut bench = Bench { state: empty_state(columns, rows), effects: vec![] };
        let mut glass = Glass::new(columns, rows);
        bench.send(Message::Started);
        let (reply, asked) = ask(page, status);
        bench.answer_all(&Answer::Devices(response::device_page(&reply, asked, 0)));
        glass.draw(&bench.state);
        let (reply, asked) = ask(list, status);
        bench.answer_all(&Answer::Mirrors(response::mirror_list(&reply, asked)));
        glass.draw(&bench.state);
        let rested = Message::Woke(Wake::Rested(bench.state.generation));
        bench.send(rested);
        let (reply, asked) = ask(mirror, status);
        let name = MirrorName::Default;
        let found = response::mirror(&reply, asked, &name).map(|found| {
            found.map_or(MirrorRead::Absent, |document| {
                MirrorRead::Found(MirrorReading::new(document, NOW_MS).into())
            })
        });
        bench.answer_all(&Answer::Mirror(found.clone()));
        glass.draw(&bench.state);
        for key in ["<Tab>", "G", "l", "G", "/a", "<Enter>", "hd"] {
            bench.press(key);
            glass.draw(&bench.state);
        }
        bench.answer_all(&Answer::Mirror(found));
        glass.draw(&bench.state);
        prop_assert_eq!(bench.deletes(), 0);
    }
}
