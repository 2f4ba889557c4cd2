//! The service goes away, and comes back.

use super::{Served, Session, against, quit};

#[test]
fn a_service_that_stops_is_told_and_r_recovers_once_it_is_back() {
    let mut served = Served::start();
    let home = served.home();
    let mut session = against(&home, &[]);
    session.wait_for("Mirrors of agv-01");
    served.stop();
    session.send("r").wait_for("could not read the devices");
    // The rows stay, and the program goes on.
    session.send("j").wait_for("2 of 120");
    session.send("?").wait_for("Shift-Tab");
    session.send("\x1b").wait_for_no("Shift-Tab");
    session.send("\t").wait_for("Could not read the mirrors");
    session
        .wait_for("nothing was sent")
        .wait_for("Check the network");
    served.start_again();
    session.send("r").wait_for("read again");
    session.wait_for_no("Could not read").wait_for("firmware");
    session.send("\x1b[Zr").wait_for("Mirrors of agv-02");
    quit(&mut session);
}

#[test]
fn a_service_that_is_not_there_at_the_start_is_told_and_r_finds_it() {
    let mut served = Served::start();
    served.stop();
    let home = served.home();
    let mut session = Session::start(home.in_terminal(&[]), 80, 24);
    session.wait_for("Could not read the devices");
    session.wait_for("nothing was sent");
    served.start_again();
    session.send("r").wait_for("1 of 120");
    session.wait_for("agv-01");
    quit(&mut session);
}

#[test]
fn an_answer_that_never_comes_leaves_the_keys_alive() {
    let served = Served::start();
    served.fault(r#"{"operation":"list","times":1,"fault":"hang"}"#);
    let home = served.home();
    let mut session = Session::start(home.in_terminal(&[]), 120, 36);
    session.wait_for("… reading the devices");
    session.send("?").wait_for("Shift-Tab");
    session.send("\x1b").wait_for_no("Shift-Tab");
    // Reading again gives the old question up.
    session.send("r").wait_for("1 of 120");
    quit(&mut session);
}

#[test]
fn a_wrong_key_is_told_and_not_shown() {
    let served = Served::start();
    let home = served
        .home_without_keys()
        .set("NCLOUD_ACCESS_KEY", "WRONGACCESSKEY000009")
        .set("NCLOUD_SECRET_KEY", "WrongSecretKey");
    let mut session = Session::start(home.in_terminal(&[]), 120, 36);
    session.wait_for("401 200 Authentication Failed");
    session.wait_for("Check the access key, the secret key");
    quit(&mut session);
    let said = session.output().said() + &home.logs();
    assert!(!said.contains("WRONGACCESSKEY") && !said.contains("WrongSecret"));
}
