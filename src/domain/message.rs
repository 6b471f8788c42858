//! Messages that are opened through an address: what is too long for one is split, at its items, into numbered parts.

use crate::domain::gather::Gather;
use crate::domain::link::encode;

/// What one message may weigh when escaped: longer addresses are cut by some phones.
pub const MOST_BYTES: usize = 1_800;

/// The parts of a message: a head that is told which part of how many it opens, items, and a tail that closes the last.
pub fn parts(head: &dyn Fn(usize, usize) -> String, items: Vec<String>, tail: &str) -> Vec<String> {
    // The head with its longest part number and the tail are counted into every part, so that any may be the last.
    let frame = encode(&head(1_000, 1_000)).len() + encode(tail).len();
    let mut parts: Vec<String> = vec![String::new()];
    let mut weight = frame;
    for item in items {
        let own = encode(&item).len();
        if weight + own > MOST_BYTES && weight > frame {
            parts.push(String::new());
            weight = frame;
        }
        weight += own;
        if let Some(part) = parts.last_mut() {
            part.push_str(&item);
        }
    }
    let count = parts.len();
    parts
        .into_iter()
        .enumerate()
        .map(|(at, body)| {
            let ending = if at + 1 == count { tail } else { "\n(bersambung)" };
            format!("{}{body}{ending}", head(at + 1, count))
        })
        .gather()
}

/// The number of a part, where there are several: " (1/2)".
pub fn numbered(part: usize, parts: usize) -> String {
    if parts > 1 { format!(" ({part}/{parts})") } else { String::new() }
}
