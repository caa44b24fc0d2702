//! Links that lead out of the site, and what is said beside them.

use super::desk::Desk;
use crate::record::{DesignatedLinks, Id, Url};
use crate::site::is_same_host;

/// The designated organisation to which an address belongs.
pub(super) fn designated<'a>(desk: &Desk<'a>, url: &Url) -> Option<&'a Id> {
    let site = desk.site();
    let host = url.host();
    let found = site.organisations.iter().find(|(_, (_, organisation))| {
        organisation.is_designated(&site.config.audience, site.today)
            && organisation
                .urls
                .iter()
                .any(|own| is_same_host(&host, &own.host()))
    });
    found.map(|(id, _)| id)
}

/// Whether the config leaves this link out.
pub(super) fn is_left_out(desk: &Desk<'_>, url: &Url) -> bool {
    desk.site().config.designated_links == Some(DesignatedLinks::Omit)
        && designated(desk, url).is_some()
}

/// The warning beside a link, by its address or by who stands behind it.
pub(super) fn warning(desk: &Desk<'_>, url: &Url, behind: Option<&Id>) -> Option<String> {
    let by_address = designated(desk, url).and_then(|id| desk.warning(id));
    by_address.or_else(|| behind.and_then(|id| desk.warning(id)))
}
