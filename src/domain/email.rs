//! E-mail addresses of offices, in the plain form alone: what is quoted or commented is no address here.

/// An e-mail address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Email(String);

impl Email {
    /// Takes a plain address: one `@`, letters, digits and `.-_+` before it, a host with a dot behind it.
    pub fn parse(text: &str) -> Option<Self> {
        let (name, host) = text.split_once('@')?;
        let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'+');
        let label = |part: &str| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        let is_address = !name.is_empty()
            && name.bytes().all(plain)
            && host.contains('.')
            && host.split('.').all(label);
        is_address.then(|| Self(text.to_owned()))
    }

    /// `kantor@dinas.example`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_addresses_pass() {
        for text in ["lapor@dinas.example", "a.b-c_d+e@x.co.id"] {
            assert_eq!(Email::parse(text).as_ref().map(Email::as_str), Some(text));
        }
        for text in [
            "",
            "@x.id",
            "a@",
            "a@x",
            "a@x..id",
            "a@b@c.id",
            "a b@x.id",
            "a@x.id?cc=b@y.id",
            "\"a\"@x.id",
        ] {
            assert_eq!(Email::parse(text), None, "{text}");
        }
    }
}
