//! Whether somebody who asks too often is told so, and nobody else.

use crate::{Caller, api::Request, layers::BURST};

/// What is wrong with how a burst of `sound` is answered, made by `caller` from a new address each time, or by nobody from
/// one address: that of the operation with this number.
pub(crate) async fn fault(sound: Request, caller: Option<&Caller>, number: usize) -> Option<String> {
    let mut refused = None;
    // A slow operation is given another request each second.
    for asked in 0..3 * BURST {
        let request = match caller {
            Some(caller) => from(&sound, number, asked).as_(caller),
            None => from(&sound, number, 0),
        };
        let answer = request.send().await;
        match answer.status().as_u16() {
            429 if asked == 0 => return Some("the first request is refused".to_owned()),
            429 => {
                refused = Some(answer);
                break;
            }
            500.. => return Some(format!("request {asked}: {answer}")),
            _ => {}
        }
    }
    let Some(refused) = refused else { return Some(format!("{} requests at once are taken", 3 * BURST)) };
    let seconds = refused.header("retry-after").and_then(|seconds| seconds.parse::<u32>().ok());
    if !matches!(seconds, Some(1..)) {
        return Some(format!("it is not said when to come back: {refused}"));
    }
    let other = match caller {
        Some(_) => from(&sound, number, 3 * BURST).as_(&Caller::student()),
        None => from(&sound, number, 1),
    };
    let answer = other.send().await;
    (answer.status() == 429).then(|| format!("somebody else is refused: {answer}"))
}

/// The request from an address of the operation with this number. Addresses count by networks of 64 bits.
fn from(request: &Request, number: usize, which: u32) -> Request {
    request.clone().header("x-forwarded-for", &format!("2001:db8:{number:x}:{which:x}::1"))
}
