//! Settings for servers, ready to be copied: how a mirror is served well.

/// A server that a snippet is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Server {
    /// nginx.
    Nginx,
    /// Caddy.
    Caddy,
    /// Apache httpd.
    Apache,
    /// lighttpd.
    Lighttpd,
    /// An onion service, behind one of the others.
    Onion,
}

impl Server {
    /// Each with its name.
    pub const ALL: [(&'static str, Server); 5] = [
        ("nginx", Server::Nginx),
        ("caddy", Server::Caddy),
        ("apache", Server::Apache),
        ("lighttpd", Server::Lighttpd),
        ("onion", Server::Onion),
    ];

    /// The text of its settings, with `EXAMPLE.ORG` and `/SRV/SITE` to be replaced.
    #[must_use]
    pub fn snippet(self) -> &'static str {
        match self {
            Server::Nginx => include_str!("hosting/nginx.conf"),
            Server::Caddy => include_str!("hosting/Caddyfile"),
            Server::Apache => include_str!("hosting/apache.conf"),
            Server::Lighttpd => include_str!("hosting/lighttpd.conf"),
            Server::Onion => include_str!("hosting/onion.conf"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_server_says_what_to_replace_and_only_the_onion_names_an_onion() {
        for (name, server) in Server::ALL {
            let text = server.snippet();
            assert!(text.contains("EXAMPLE"), "{name}");
            assert_eq!(
                text.contains("Onion-Location"),
                server == Server::Onion,
                "{name}"
            );
            assert!(text.ends_with('\n') && !text.contains('\t'), "{name}");
        }
    }
}
