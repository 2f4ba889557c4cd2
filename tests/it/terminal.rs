//! The built program in a real pseudo-terminal.
#![cfg(unix)]

use std::time::Duration;

use mirrordeck::api::clock::Clock;
use mirrordeck::sim::fault::Fault;
use mirrordeck::sim::http::Simulator;
use mirrordeck::sim::service::{Service, Settings};
use mirrordeck::sim::transport::SimTransport;
use mirrordeck::sim::{DEMO_ACCESS_KEY, DEMO_SECRET_KEY};
use portable_pty::CommandBuilder;
use tokio::runtime::{Builder, Runtime};

use crate::support::program::{Home, PROGRAM};
use crate::support::pty::Pty;

const SHIFT_TAB: &str = "\x1b[Z";

fn start(home: &Home, arguments: &[&str], variables: &[(&str, &str)]) -> Pty {
    let mut command = CommandBuilder::new(PROGRAM);
    command.env_clear();
    for (name, value) in home.environment(variables) {
        command.env(name, value);
    }
    command.args(arguments);
    Pty::start(command, 120, 36)
}

fn demo() -> (Home, Pty) {
    let home = Home::new();
    let mut pty = start(&home, &["--demo"], &[]);
    pty.until("1 of 120").until("version 4237");
    (home, pty)
}

/// The embedded service on loopback, in this process.
struct World {
    runtime: Runtime,
    simulator: Option<Simulator>,
    home: Home,
}

impl World {
    fn begin() -> Self {
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap();
        let clock = Clock::system();
        let service = Service::new(clock.now_ms(), Settings::default());
        let transport = SimTransport::new(service, clock, 0, u64::MAX);
        let simulator = runtime.block_on(Simulator::start(transport)).unwrap();
        Self {
            runtime,
            simulator: Some(simulator),
            home: Home::new(),
        }
    }

    fn simulator(&self) -> &Simulator {
        self.simulator.as_ref().unwrap()
    }

    fn fault(&self, json: &str) {
        let fault: Fault = serde_json::from_str(json).unwrap();
        self.simulator()
            .transport()
            .with_service(|service| service.plan(fault));
    }

    fn sent(&self, method: &str) -> usize {
        self.simulator().transport().with_service(|service| {
            service
                .requests()
                .filter(|request| request.method == method)
                .count()
        })
    }

    fn stands(&self, device: &str, mirror: &str) -> bool {
        let transport = self.simulator().transport();
        transport.with_service(|service| service.mirror(device, Some(mirror)).is_some())
    }

    fn open(&self, arguments: &[&str]) -> Pty {
        let variables = [
            ("MIRRORDECK_API_URL", self.simulator().base_url()),
            ("NCLOUD_ACCESS_KEY_ID", DEMO_ACCESS_KEY.to_owned()),
            ("NCLOUD_SECRET_KEY", DEMO_SECRET_KEY.to_owned()),
        ];
        let variables: Vec<_> = variables
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let mut pty = start(&self.home, arguments, &variables);
        pty.until("1 of 120").until("1 of 4").until("version 4237");
        pty
    }
}

/// Opens the dialog on the named mirror `firmware` of the first device.
fn open_dialog(pty: &mut Pty) {
    pty.keys("\t").until("d delete");
    pty.keys("j").until("agv-01 › firmware");
    pty.keys("d")
        .until("Delete mirror")
        .until("lock: deletes only this version");
}

/// Goes to *Delete* and presses it. The footer tells when the key was taken: a dialog takes none
/// before it has stood on the screen for a moment.
fn confirm(pty: &mut Pty) {
    while !pty.text().contains("Enter delete the mirror") {
        pty.keys(SHIFT_TAB);
        std::thread::sleep(Duration::from_millis(150));
        if pty.text().contains("Enter keep the mirror") {
            pty.keys("\t");
        }
    }
    pty.keys("\r").until_without("Delete mirror");
}

#[test]
fn browse_filter_delete_and_quit_in_the_demo() {
    let (_home, mut pty) = demo();
    pty.keys("/greenhouse-07")
        .until("1 of 1 found")
        .until("version 14");
    pty.keys("\r\t").until("d delete").until("1 of 4");
    pty.keys("j")
        .until("greenhouse-07 › firmware")
        .until("version 10");
    pty.keys("d")
        .until("Delete mirror")
        .until("lock: deletes only this version");
    confirm(&mut pty);
    pty.until("deleted greenhouse-07 › firmware (v10)")
        .until("token came back");
    pty.until("2 of 3");
    let (status, _) = pty.keys("q").end("\x1b[?1049l");
    assert_eq!(status, 0);
}

#[test]
fn keys_typed_ahead_of_the_dialog_do_not_reach_it() {
    let (_home, mut pty) = demo();
    pty.keys("\t").until("d delete");
    // Everything that would delete, in one write.
    pty.keys(&format!("d{SHIFT_TAB}\r"));
    pty.until("Delete mirror")
        .until("lock: deletes only this version");
    pty.until("Enter next field");
    // The dialog takes no key before it has stood on the screen for a moment.
    while !pty.text().contains("kept agv-01") {
        pty.keys("\x1b");
        std::thread::sleep(Duration::from_millis(150));
    }
    let (status, screen) = pty.keys("q").end("\x1b[?1049l");
    assert_eq!(status, 0);
    assert!(!pty.said().contains("deleted"), "{screen}");
}

#[test]
fn a_paste_is_text_never_keys() {
    let (_home, mut pty) = demo();
    pty.keys("\x1b[200~q\rd\x1b[201~")
        .until("a paste is text, never keys");
    pty.keys("/")
        .keys("\x1b[200~온실\x1b[201~")
        .until("of 10 found");
    pty.keys("\x1b").until("of 120");
    assert_eq!(pty.keys("q").end("\x1b[?1049l").0, 0);
}

#[test]
fn sizes_come_and_go() {
    let (_home, mut pty) = demo();
    pty.resize(50, 12)
        .until("mirrordeck needs more room")
        .until("this is 50 x 12");
    for columns in (60..200).step_by(7) {
        pty.resize(columns, columns / 4);
    }
    pty.resize(80, 24)
        .until("1 of 120")
        .until("agv-01 › default (no name)");
    pty.keys("j").until("2 of 120");
    assert_eq!(pty.keys("q").end("\x1b[?1049l").0, 0);
}

#[test]
fn a_held_key_only_moves() {
    let (_home, mut pty) = demo();
    pty.keys(&"j".repeat(60)).until("61 of 120");
    pty.keys(&"k".repeat(200))
        .until("1 of 120")
        .until("agv-01 › default (no name)");
    assert_eq!(pty.keys("\x03").end("\x1b[?1049l").0, 0);
}

#[test]
fn a_signal_ends_it_in_good_order() {
    for signal in ["TERM", "INT", "HUP"] {
        let (_home, mut pty) = demo();
        assert_eq!(pty.signal(signal).end("\x1b[?1049l").0, 0, "{signal}");
    }
}

#[test]
fn a_delete_on_the_wire_is_waited_for_and_told_after_the_screen_is_back() {
    let world = World::begin();
    world.fault(r#"{"operation":"delete","fault":{"slow_ms":1500}}"#);
    let mut pty = world.open(&[]);
    open_dialog(&mut pty);
    confirm(&mut pty);
    pty.keys("q").until_said("waiting for its answer");
    let (status, screen) = pty.end("mirrordeck: deleted agv-01 › firmware");
    assert_eq!(status, 0);
    assert!(screen.contains("token came back"), "{screen}");
    assert!(!world.stands("agv-01", "firmware"));
}

#[test]
fn a_second_q_leaves_and_says_that_the_outcome_is_unknown() {
    let world = World::begin();
    world.fault(r#"{"operation":"delete","fault":"hang"}"#);
    let mut pty = world.open(&[]);
    open_dialog(&mut pty);
    confirm(&mut pty);
    pty.keys("q").until("q again leaves now");
    let (status, _) = pty
        .keys("q")
        .end("mirrordeck: outcome unknown agv-01 › firmware");
    assert_eq!(status, 0);
    assert_eq!(world.sent("DELETE"), 1);
}

#[test]
fn a_server_that_goes_away_is_named_and_the_program_goes_on() {
    let mut world = World::begin();
    let mut pty = world.open(&[]);
    let simulator = world.simulator.take().unwrap();
    world.runtime.block_on(simulator.stop()).unwrap();
    pty.keys("j")
        .until("Could not read this mirror")
        .until("Check the network");
    pty.keys("r").until("✖ could not read");
    pty.keys("k").until("version 4237");
    assert_eq!(pty.keys("q").end("\x1b[?1049l").0, 0);
}

#[test]
fn read_only_lets_nothing_but_get_out() {
    let world = World::begin();
    let mut pty = world.open(&["--read-only"]);
    pty.until("READ-ONLY")
        .keys("\tjd")
        .until("read-only: nothing is deleted");
    assert_eq!(pty.keys("q").end("\x1b[?1049l").0, 0);
    assert_eq!((world.sent("DELETE"), world.sent("POST")), (0, 0));
}

#[test]
fn no_secret_reaches_the_screen_or_the_log() {
    let world = World::begin();
    let mut pty = world.open(&["--log-level", "trace"]);
    pty.until("environment")
        .until("key …0001")
        .until("127.0.0.1:");
    open_dialog(&mut pty);
    confirm(&mut pty);
    pty.until("deleted agv-01 › firmware");
    pty.keys("q").end("\x1b[?1049l");
    let log = world.home.log();
    let delete = log
        .lines()
        .find(|line| line.contains("DELETE"))
        .expect("a line for the DELETE");
    for part in [
        "/devices/agv-01/mirror?name=firmware",
        "status=200",
        "duration_ms=",
        "attempt=1",
    ] {
        assert!(delete.contains(part), "{part}: {delete}");
    }
    for secret in [DEMO_SECRET_KEY, DEMO_ACCESS_KEY] {
        assert!(!log.contains(secret) && !pty.said().contains(secret));
    }
    assert!(!log.to_lowercase().contains("signature"), "{log}");
}

#[test]
fn nothing_is_written_while_nothing_happens() {
    let (_home, mut pty) = demo();
    pty.until("1 of 4").until("v31");
    // Quiet for long enough that whatever was still on its way has come.
    let mut before = pty.said().len();
    loop {
        std::thread::sleep(Duration::from_millis(700));
        let now = pty.said().len();
        if now == before {
            break;
        }
        before = now;
    }
    std::thread::sleep(Duration::from_secs(1));
    assert_eq!(pty.said().len(), before, "a tick of some kind");
    pty.keys("j").until("2 of 120");
    assert_eq!(pty.keys("q").end("\x1b[?1049l").0, 0);
}
