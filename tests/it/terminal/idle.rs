//! Nothing happens, so nothing is done.

use std::time::Duration;

use super::{demo, quit};

/// Longer than any timer of the program, and than any clock tick would leave the screen alone.
const SILENCE: Duration = Duration::from_secs(3);

#[test]
fn nothing_is_written_while_nothing_happens() {
    let (mut session, _home) = demo(120, 36);
    session.wait_for("Mirrors of agv-01");
    // The first device reports all the time; nobody looks, so nothing moves. A program that draws
    // because time passes is never silent for so long.
    session.wait_for_silence(SILENCE);
    let before = session.output().bytes.len();
    #[cfg(target_os = "linux")]
    let worked = ticks(session.process());
    session.wait_for_silence(SILENCE + SILENCE / 2);
    #[cfg(target_os = "linux")]
    {
        // Hundredths of a second.
        let worked = ticks(session.process()) - worked;
        assert!(worked < 40, "{worked} ticks of work for nothing");
    }
    session.send("j").wait_for("2 of 120");
    session.wait_for("Mirrors of agv-02");
    assert!(session.output().bytes.len() > before);
    session.wait_for_silence(SILENCE);
    quit(&mut session);
}

/// Processor time that a process has used so far.
#[cfg(target_os = "linux")]
pub fn ticks(process: u32) -> u64 {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap();
    // The second field is the name in parentheses; 14 and 15 are the times.
    let fields = stat.rsplit(") ").next().unwrap().split(' ');
    let times = fields.skip(11).take(2);
    times.map(|ticks| ticks.parse::<u64>().unwrap()).sum()
}
