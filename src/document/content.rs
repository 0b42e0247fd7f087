//! What a file is: as declared, and by its first bytes.

use infer::{archive, image, text};

/// How many of a file's first bytes decide what it is; more are not looked at.
pub const SNIFFED_BYTES: usize = 4096;

/// A content type whose files can be told by their first bytes.
struct Known {
    name: &'static str,
    aliases: &'static [&'static str],
    matches: fn(&[u8]) -> bool,
}

pub(super) const PDF: &str = "application/pdf";

/// PDF comes last: its header may stand anywhere in the first kilobyte, and so inside another file.
const KNOWN: [Known; 10] = [
    Known { name: "image/jpeg", aliases: &["image/jpg", "image/pjpeg"], matches: image::is_jpeg },
    Known { name: "image/png", aliases: &["image/x-png"], matches: image::is_png },
    Known { name: "image/gif", aliases: &[], matches: image::is_gif },
    Known { name: "image/webp", aliases: &[], matches: image::is_webp },
    Known { name: "image/tiff", aliases: &[], matches: image::is_tiff },
    Known { name: "image/bmp", aliases: &["image/x-ms-bmp"], matches: image::is_bmp },
    Known { name: "image/heic", aliases: &["image/heif"], matches: image::is_heif },
    Known { name: "text/html", aliases: &[], matches: text::is_html },
    Known { name: ZIP, aliases: &["application/x-zip-compressed"], matches: archive::is_zip },
    Known { name: PDF, aliases: &["application/x-pdf"], matches: archive::is_pdf },
];

/// Office documents and many others are ZIP archives inside.
const ZIP: &str = "application/zip";

/// What the first bytes of a file are.
pub(super) fn recognised(bytes: &[u8]) -> Option<&'static str> {
    let head = bytes.get(..SNIFFED_BYTES).unwrap_or(bytes);
    KNOWN.iter().find(|known| (known.matches)(head)).map(|known| known.name)
}

/// A declared content type in one spelling, without parameters; nothing where it is none.
pub(super) fn normalised(declared: &str) -> Option<String> {
    let essence =
        declared.split_once(';').map_or(declared, |(essence, _)| essence).trim_ascii().to_ascii_lowercase();
    let (kind, subtype) = essence.split_once('/')?;
    let is_token = |part: &str| !part.is_empty() && part.bytes().all(is_token_byte);
    if !is_token(kind) || !is_token(subtype) {
        return None;
    }
    let known = KNOWN.iter().find(|known| known.aliases.contains(&essence.as_str()));
    Some(known.map_or(essence, |known| known.name.to_owned()))
}

/// Whether a declared type says anything about the bytes.
pub(super) fn is_specific(declared: &str) -> bool {
    declared != "application/octet-stream"
}

/// Whether bytes of type `found` may be declared as `declared`; nothing where that cannot be told.
pub(super) fn agrees(declared: &str, found: Option<&str>) -> Option<bool> {
    let is_known = KNOWN.iter().any(|known| known.name == declared);
    match found {
        Some(found) if found == declared => Some(true),
        Some(ZIP) | None if !is_known => None,
        _ => Some(false),
    }
}

/// Whether `accepted` is `content_type`, or covers it as `image/*` does.
pub(super) fn accepts(accepted: &str, content_type: &str) -> bool {
    let accepted = accepted.trim_ascii().to_ascii_lowercase();
    let family = accepted.strip_suffix('*').filter(|family| family.ends_with('/'));
    accepted == "*/*"
        || family.is_some_and(|family| content_type.starts_with(family))
        || normalised(&accepted).is_some_and(|accepted| accepted == content_type)
}

/// RFC 9110, "Tokens".
const fn is_token_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(
            byte,
            b'!' | b'#'
                | b'$'
                | b'%'
                | b'&'
                | b'\''
                | b'*'
                | b'+'
                | b'-'
                | b'.'
                | b'^'
                | b'_'
                | b'`'
                | b'|'
                | b'~'
        )
}
