//! A request that is answered before its body was read: its sender hears the answer, within bounds.

use crate::support::{BOUND, PATIENCE, Setup, Specimen};
use std::{
    io::{BufRead, BufReader, ErrorKind, Read, Write},
    net::TcpStream,
};

/// What is left of a body is read up to so much; the sockets hold some more.
const MOST: usize = 32 << 20;
const SOCKETS: usize = 16 << 20;

/// A connection to a server that is asked for a method that its route does not have: no handler sees the body.
struct Sender {
    answers: BufReader<TcpStream>,
    stream: TcpStream,
}

impl Sender {
    fn to(specimen: &mut Specimen) -> Self {
        let port = specimen.log("started")["server.port"].as_u64().expect("a port");
        let stream = TcpStream::connect(format!("127.0.0.1:{port}")).expect("a connection");
        stream.set_read_timeout(Some(PATIENCE)).expect("a time limit");
        stream.set_write_timeout(Some(PATIENCE)).expect("a time limit");
        Self { answers: BufReader::new(stream.try_clone().expect("the same connection")), stream }
    }

    fn announce(&mut self, length: usize, headers: &str) {
        write!(
            self.stream,
            "POST /greeting HTTP/1.1\r\nhost: here\r\ncontent-length: {length}\r\n{headers}\r\n"
        )
        .expect("the head of a request");
    }

    /// How many bytes of a body are taken until the other side closes.
    fn send(&mut self, length: usize) -> usize {
        let part = vec![b' '; 64 << 10];
        let mut sent = 0;
        while sent < length {
            match self.stream.write(&part[..part.len().min(length - sent)]) {
                Ok(taken) => sent += taken,
                Err(error) if matches!(error.kind(), ErrorKind::BrokenPipe | ErrorKind::ConnectionReset) => {
                    break;
                }
                Err(error) => panic!("{error}"),
            }
        }
        sent
    }

    /// The status line of the next answer, whose body is read as well.
    fn answer(&mut self) -> String {
        let (mut status, mut length) = (String::new(), 0);
        self.answers.read_line(&mut status).expect("the status");
        loop {
            let mut line = String::new();
            self.answers.read_line(&mut line).expect("a header");
            if let Some(value) = line.to_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse().expect("a length");
            }
            if line.trim().is_empty() {
                break;
            }
        }
        let mut body = vec![0; length];
        self.answers.read_exact(&mut body).expect("the body");
        status.trim().to_owned()
    }
}

#[test]
fn whoever_sends_much_in_vain_hears_why_and_may_go_on_with_the_connection() {
    let mut specimen = Setup::new().start();
    let mut sender = Sender::to(&mut specimen);
    let length = 20 << 20;

    sender.announce(length, "");
    assert_eq!(sender.send(length), length);
    assert_eq!(sender.answer(), "HTTP/1.1 405 Method Not Allowed");

    write!(sender.stream, "GET /greeting HTTP/1.1\r\nhost: here\r\n\r\n").expect("a request");
    assert_eq!(sender.answer(), "HTTP/1.1 200 OK");
}

#[test]
fn more_than_any_operation_takes_is_not_read() {
    let mut specimen = Setup::new().start();
    let mut sender = Sender::to(&mut specimen);
    let endless = 1 << 30;

    sender.announce(endless, "");
    assert_eq!(sender.answer(), "HTTP/1.1 405 Method Not Allowed");
    let sent = sender.send(endless);

    assert!((MOST..MOST + SOCKETS).contains(&sent), "{sent} bytes");
}

#[test]
fn whoever_asks_before_sending_is_not_made_to_send() {
    let mut specimen = Setup::new().start();
    let mut sender = Sender::to(&mut specimen);

    sender.announce(20 << 20, "expect: 100-continue\r\n");

    assert_eq!(sender.answer(), "HTTP/1.1 405 Method Not Allowed");
    assert_eq!(sender.answers.read(&mut [0]).expect("the end of the connection"), 0);
}

#[test]
fn a_sender_that_dawdles_does_not_hold_the_end_up() {
    let mut specimen = Setup::new().start();
    let mut sender = Sender::to(&mut specimen);
    sender.announce(20 << 20, "");
    assert_eq!(sender.answer(), "HTTP/1.1 405 Method Not Allowed");

    specimen.signal("-TERM");

    assert_eq!(specimen.ends_within(BOUND), 0);
}
