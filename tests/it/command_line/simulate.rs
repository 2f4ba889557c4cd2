//! `mirrordeck simulate` as a script starts it.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};

use mirrordeck::sim::{DEMO_ACCESS_KEY, DEMO_SECRET_KEY};

use super::{Home, assert_says, to_mend};

#[test]
fn only_loopback_is_listened_on() {
    for address in ["0.0.0.0:0", "[::]:0", "192.0.2.7:8787"] {
        let words = to_mend(&Home::new(), &["simulate", "--listen", address]);
        assert_says(&words, &[address, "not a loopback address", "127.0.0.1:"]);
    }
    let words = to_mend(&Home::new(), &["simulate", "--listen", "8787"]);
    assert_says(&words, &["write it like 127.0.0.1:8787"]);
}

#[test]
fn numbers_out_of_range_are_refused() {
    for (option, value) in [
        ("--devices", "-1"),
        ("--devices", "100001"),
        ("--max-page-size", "0"),
        ("--latency", "soon"),
    ] {
        let argument = format!("{option}={value}");
        let words = to_mend(&Home::new(), &["simulate", &argument]);
        assert_says(&words, &[option, value]);
    }
}

#[test]
fn a_port_in_use() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let words = to_mend(&Home::new(), &["simulate", "--listen", &address]);
    let expected = format!("mirrordeck: cannot listen on {address}: ");
    assert_says(
        &words,
        &[&expected, "choose another port, or 0 for a free one"],
    );
}

/// Ends what was started, also where a test fails.
struct Running(std::process::Child);

impl Drop for Running {
    fn drop(&mut self) {
        // Fails where it has ended.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn it_prints_address_and_keys_and_serves_until_it_is_told_to_end() {
    for signal in ["TERM", "INT"] {
        let home = Home::new();
        let arguments = ["simulate", "--listen", "127.0.0.1:0", "--devices", "300"];
        let mut command = home.command(&arguments);
        command.stdout(std::process::Stdio::piped());
        let mut running = Running(command.spawn().unwrap());
        let mut lines = BufReader::new(running.0.stdout.take().unwrap()).lines();
        let mut line = || lines.next().unwrap().unwrap();

        let first = line();
        let url = line().replace("export MIRRORDECK_API_URL=", "");
        assert_eq!(first, format!("Serving 300 devices at {url} until Ctrl-C."));
        assert_eq!(
            line(),
            format!("export NCLOUD_ACCESS_KEY_ID={DEMO_ACCESS_KEY}")
        );
        assert_eq!(
            line(),
            format!("export NCLOUD_SECRET_KEY={DEMO_SECRET_KEY}")
        );

        let host = url.replace("http://", "").replace("/cloudiotcore/v1", "");
        let mut stream = TcpStream::connect(&host).unwrap();
        let request = format!(
            "GET /cloudiotcore/v1/devices HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n"
        );
        stream.write_all(request.as_bytes()).unwrap();
        let mut reply = String::new();
        stream.read_to_string(&mut reply).unwrap();
        assert!(reply.starts_with("HTTP/1.1 401 "), "not signed: {reply}");

        #[cfg(unix)]
        {
            // A connection that is still open does not hold it up.
            let _open = TcpStream::connect(&host).unwrap();
            let process = running.0.id().to_string();
            let kill = std::process::Command::new("kill")
                .args(["-s", signal, &process])
                .status();
            assert!(kill.unwrap().success());
            assert_eq!(running.0.wait().unwrap().code(), Some(0), "SIG{signal}");
            assert!(TcpStream::connect(&host).is_err());
        }
        #[cfg(not(unix))]
        let _ = signal;
    }
}
