//! Sound as it is sent: MPEG audio layer III, the one format that every browser plays.
//!
//! A file is read from its first byte to its last: each frame says how long it is (ISO/IEC 11172-3, 13818-3), and the next
//! one must begin where it ends. So nothing else hides in what students are sent, and a file that was cut short is told
//! from a whole one. Tags before and after the frames (ID3) are left out: they name people and machines.

use super::value::Wrong;

/// Bytes of a recording.
pub const MOST_BYTES: usize = 256 << 10;
/// How long somebody may take to say a word.
pub const MOST_MILLISECONDS: u32 = 10_000;

const HEADER: usize = 4;
const ID3_HEADER: usize = 10;
const ID3V1: usize = 128;
/// kbit/s by the index in the header, of MPEG 1.
const BITRATES_1: [u32; 15] = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
/// kbit/s by the index in the header, of MPEG 2 and of what is called 2.5.
const BITRATES_2: [u32; 15] = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];

/// Frames that follow each other without a gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mp3 {
    /// The frames, without any tag.
    pub frames: Vec<u8>,
    /// How long it sounds.
    pub milliseconds: u32,
}

/// What all frames of one file share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Kind {
    samples: u32,
    hertz: u32,
}

impl Mp3 {
    /// Reads a whole file.
    ///
    /// # Errors
    /// It is too large, too long, cut short or no MP3.
    pub fn parse(file: &[u8]) -> Result<Self, Wrong> {
        if file.len() > MOST_BYTES {
            let message = format_args!("a recording has at most {} KiB", MOST_BYTES >> 10);
            return Err(Wrong::new("too-large", message));
        }
        let frames = without_tags(file)?;
        let milliseconds = duration(frames)?;
        if milliseconds > MOST_MILLISECONDS {
            let message = format_args!("a recording of a word takes at most {} s", MOST_MILLISECONDS / 1000);
            return Err(Wrong::new("too-long", message));
        }
        Ok(Self { frames: frames.to_vec(), milliseconds })
    }
}

fn not_mp3() -> Wrong {
    Wrong::new("not-mp3", "these bytes are no MP3 file")
}

fn truncated() -> Wrong {
    Wrong::new("truncated", "the file ends in the middle")
}

fn without_tags(file: &[u8]) -> Result<&[u8], Wrong> {
    let after = match file.strip_prefix(b"ID3") {
        Some(_) => file.get(id3_length(file)?..).ok_or_else(truncated)?,
        None => file,
    };
    let ends_in_tag = after.len().checked_sub(ID3V1).filter(|at| after[*at..].starts_with(b"TAG"));
    Ok(ends_in_tag.map_or(after, |at| &after[..at]))
}

/// The length of the tag at the beginning: seven bits a byte, and ten bytes more where it has a footer.
fn id3_length(file: &[u8]) -> Result<usize, Wrong> {
    let header: &[u8; ID3_HEADER] = file.first_chunk().ok_or_else(truncated)?;
    let [.., flags, a, b, c, d] = *header;
    if [a, b, c, d].iter().any(|byte| byte & 0x80 != 0) {
        return Err(not_mp3());
    }
    let body = [a, b, c, d].iter().fold(0, |length, byte| length << 7 | usize::from(*byte));
    let footer = if flags & 0x10 == 0 { 0 } else { ID3_HEADER };
    Ok(ID3_HEADER + body + footer)
}

fn duration(frames: &[u8]) -> Result<u32, Wrong> {
    let mut rest = frames;
    let mut first = None;
    let mut samples = 0;
    while let Some(header) = rest.first_chunk() {
        let (kind, length) = frame(*header).ok_or_else(not_mp3)?;
        if *first.get_or_insert(kind) != kind {
            return Err(not_mp3());
        }
        samples += u64::from(kind.samples);
        rest = rest.get(length..).ok_or_else(truncated)?;
    }
    if !rest.is_empty() {
        return Err(truncated());
    }
    let hertz = first.ok_or_else(|| Wrong::new("empty", "there is no sound in the file"))?.hertz;
    Ok(u32::try_from(samples * 1000 / u64::from(hertz)).unwrap_or(u32::MAX))
}

/// What a header says: what kind of frame it is, and how many bytes it has with its header.
fn frame([sync, version, rates, _]: [u8; HEADER]) -> Option<(Kind, usize)> {
    let is_layer_3 = sync == 0xff && version & 0xe6 == 0xe2;
    if !is_layer_3 {
        return None;
    }
    let (samples, divided, bitrates) = match version >> 3 & 3 {
        3 => (1152, 0, BITRATES_1),
        2 => (576, 1, BITRATES_2),
        0 => (576, 2, BITRATES_2),
        _ => return None,
    };
    let bitrate = bitrates.get(usize::from(rates >> 4)).filter(|bitrate| **bitrate > 0)?;
    let hertz = [44_100, 48_000, 32_000].get(usize::from(rates >> 2 & 3))? >> divided;
    let padding = u32::from(rates >> 1 & 1);
    let length = samples / 8 * bitrate * 1000 / hertz + padding;
    Some((Kind { samples, hertz }, usize::try_from(length).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::samples::{FRAME, sound};
    use proptest::prelude::*;

    fn code(file: &[u8]) -> &'static str {
        Mp3::parse(file).expect_err("a fault").code
    }

    #[test]
    fn the_length_of_a_sound_is_that_of_its_frames() {
        let heard = Mp3::parse(&sound(40)).expect("a sound");
        assert_eq!(heard, Mp3 { frames: sound(40), milliseconds: 40 * 576 * 1000 / 22_050 });
    }

    #[test]
    fn tags_are_left_out() {
        let id3 = [b"ID3\x04\0\0\0\0\x01\x02".as_slice(), &[7; 130]].concat();
        let id3v1 = [b"TAG".as_slice(), &[b'x'; 125]].concat();
        let tagged = [id3, sound(40), id3v1].concat();
        assert_eq!(Mp3::parse(&tagged).expect("a sound").frames, sound(40));
    }

    #[test]
    fn other_files_are_refused_whatever_they_are_called() {
        let other_rate = [0xff, 0xf3, 0x44, 0xc0];
        let mixed = [sound(1), other_rate.to_vec(), vec![0; 96]].concat();
        for file in
            [b"OggS\0\x02\0\0".as_slice(), b"RIFF____WAVE", b"<html></html>", b"\xff\xff\xff\xff", &mixed]
        {
            assert_eq!(code(file), "not-mp3");
        }
        for (file, expected) in
            [(b"".as_slice(), "empty"), (b"ID3", "truncated"), (b"ID3\x04\0\0\x7f\0\0\0", "truncated")]
        {
            assert_eq!(code(file), expected);
        }
        assert_eq!(code(b"ID3\x04\0\0\xff\0\0\0"), "not-mp3");
    }

    #[test]
    fn what_is_huge_or_endless_is_refused() {
        assert_eq!(code(&vec![0xff; MOST_BYTES + 1]), "too-large");
        assert_eq!(code(&sound(400)), "too-long");
    }

    proptest! {
        #[test]
        fn what_is_cut_short_is_refused(frames in 1_usize..40, cut in 1..FRAME) {
            let file = sound(frames);
            prop_assert_eq!(code(&file[..file.len() - cut]), "truncated");
        }

        #[test]
        fn no_bytes_break_it(file in prop::collection::vec(any::<u8>(), 0..600), is_tagged in any::<bool>()) {
            let file = if is_tagged { [b"ID3".as_slice(), &file].concat() } else { file };
            if let Ok(heard) = Mp3::parse(&file) {
                prop_assert!(heard.frames.len() <= file.len());
            }
        }
    }
}
