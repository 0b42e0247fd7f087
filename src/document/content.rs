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

pub(super) const OCTET_STREAM: &str = "application/octet-stream";

/// PDF comes last: its header may stand anywhere in the first kilobyte, and so inside another file.
const KNOWN: [Known; 10] = [
    Known { name: "image/jpeg", aliases: &["image/jpg", "image/pjpeg"], matches: image::is_jpeg },
    Known { name: "image/png", aliases: &["image/x-png"], matches: image::is_png },
    Known { name: "image/gif", aliases: &[], matches: is_gif },
    Known { name: "image/webp", aliases: &[], matches: is_webp },
    Known { name: "image/tiff", aliases: &["image/tif", "image/x-tiff", "image/x-tif"], matches: is_tiff },
    Known { name: "image/bmp", aliases: &["image/x-bmp", "image/x-ms-bmp"], matches: is_bmp },
    Known {
        name: "image/heic",
        aliases: &["image/heif", "image/heic-sequence", "image/heif-sequence"],
        matches: is_heif,
    },
    Known { name: HTML, aliases: &[], matches: text::is_html },
    Known { name: ZIP, aliases: &["application/x-zip-compressed"], matches: archive::is_zip },
    Known { name: PDF, aliases: &["application/x-pdf"], matches: is_pdf },
];

/// Office documents and many others are ZIP archives inside.
const ZIP: &str = "application/zip";

/// Other texts may begin as it does, and it may begin with an element that tells nothing.
const HTML: &str = "text/html";

/// What the first bytes of a file are.
pub(super) fn recognised(bytes: &[u8]) -> Option<&'static str> {
    let head = bytes.get(..SNIFFED_BYTES).unwrap_or(bytes);
    KNOWN.iter().find(|known| (known.matches)(head)).map(|known| known.name)
}

/// Three letters, as `infer` asks for, begin words as well.
fn is_gif(head: &[u8]) -> bool {
    image::is_gif(head) && matches!(head.get(3..6), Some(b"87a" | b"89a"))
}

fn is_webp(head: &[u8]) -> bool {
    image::is_webp(head) && head.starts_with(b"RIFF")
}

/// `BigTIFF` too, and what is cut off behind its first bytes.
fn is_tiff(head: &[u8]) -> bool {
    let starts: [&[u8]; 4] = [b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"];
    starts.iter().any(|start| head.starts_with(start)) && !image::is_cr2(head)
}

/// Two letters begin many words. The file's length follows, then four bytes that are zero.
fn is_bmp(head: &[u8]) -> bool {
    let reserved = head.get(6..).map(|rest| rest.get(..4).unwrap_or(rest));
    image::is_bmp(head) && reserved.is_some_and(|reserved| reserved.iter().all(|byte| *byte == 0))
}

/// The brands of HEIF's still images and sequences: `infer` knows half of them, and none where the box is cut off.
fn is_heif(head: &[u8]) -> bool {
    const BRANDS: &[u8] = b"heicheixheimheishevchevxhevmhevsmif1msf1";
    let is_brand = |brand: &[u8]| BRANDS.chunks_exact(4).any(|known| known == brand);
    head.get(4..8) == Some(b"ftyp") && head.get(8..12).is_some_and(is_brand) && !image::is_avif(head)
}

/// The header begins the file or a line, or stands behind bytes that are no text: inside a line, a text speaks of it.
fn is_pdf(head: &[u8]) -> bool {
    let within = head.get(..PDF_HEADER_WITHIN).unwrap_or(head);
    if !archive::is_pdf(within) || within.starts_with(b"%PDF") {
        return archive::is_pdf(within);
    }
    let (mut rest, mut is_inside_line) = (within, false);
    while let Some((byte, behind)) = rest.split_first() {
        if !is_inside_line && rest.starts_with(b"%PDF-") {
            return true;
        }
        is_inside_line = byte.is_ascii_graphic() || is_inside_line && matches!(byte, b' ' | b'\t');
        rest = behind;
    }
    false
}

/// PDF Reference 1.4, H.3.4.1.
const PDF_HEADER_WITHIN: usize = 1024;

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
    declared != OCTET_STREAM
}

/// Whether bytes of type `found` may be declared as `declared`; nothing where that cannot be told.
pub(super) fn agrees(declared: &str, found: Option<&str>) -> Option<bool> {
    let is_told = declared != HTML && KNOWN.iter().any(|known| known.name == declared);
    let is_text = declared.starts_with("text/") || declared.ends_with("xml");
    match found {
        Some(found) if found == declared => Some(true),
        None if !is_told => None,
        Some(ZIP) if !is_told && declared.starts_with("application/") => None,
        Some(HTML) if is_text => None,
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
