//! Zip archives written byte by byte, so that their parts can contradict one another.

use std::io::Write as _;

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

use crate::site::Tree;

/// A file of an archive.
#[derive(Clone)]
pub struct Member {
    /// What the header before the data says.
    pub local: Header,
    /// What the directory says.
    pub central: Header,
    pub attributes: u32,
    pub system: u8,
    pub data: Vec<u8>,
    /// Between its data and the next header.
    pub behind: Vec<u8>,
    /// Whether the directory has it.
    pub is_listed: bool,
}

/// What is said of a file, in either place.
#[derive(Clone)]
pub struct Header {
    pub name: Vec<u8>,
    /// Of the format, that is needed.
    pub version: u16,
    pub flags: u16,
    pub method: u16,
    pub crc: u32,
    pub packed: u32,
    pub size: u32,
    pub extra: Vec<u8>,
}

impl Member {
    pub fn new(name: &str, bytes: &[u8]) -> Self {
        let data = deflated(bytes);
        let header = Header {
            name: name.into(),
            version: 20,
            flags: 0,
            method: 8,
            crc: crc(bytes),
            packed: length(&data),
            size: length(bytes),
            extra: Vec::new(),
        };
        Member {
            local: header.clone(),
            central: header,
            attributes: 0o100_644 << 16,
            system: 3,
            data,
            behind: Vec::new(),
            is_listed: true,
        }
    }

    pub fn stored(name: &str, bytes: &[u8]) -> Self {
        let mut member = Member::new(name, bytes);
        member.data = bytes.to_vec();
        member.both(|header| (header.method, header.packed) = (0, length(bytes)));
        member
    }

    /// With the sizes behind the data, as programs write into a pipe.
    pub fn streamed(name: &str, bytes: &[u8]) -> Self {
        let mut member = Member::new(name, bytes);
        member.both(|header| header.flags |= 8);
        let Header {
            crc, packed, size, ..
        } = member.central;
        let sizes = [crc, packed, size].map(u32::to_le_bytes).concat();
        member.behind = [&b"PK\x07\x08"[..], &sizes].concat();
        (member.local.crc, member.local.packed, member.local.size) = (0, 0, 0);
        member
    }

    /// A folder.
    pub fn folder(name: &str) -> Self {
        let mut member = Member::stored(name, b"");
        member.attributes = 0o40_755 << 16 | 0x10;
        member
    }

    pub fn both(&mut self, change: impl Fn(&mut Header)) {
        change(&mut self.local);
        change(&mut self.central);
    }

    pub fn name(&self) -> &str {
        std::str::from_utf8(&self.central.name).unwrap()
    }
}

/// The members of an ordinary archive of a tree, below one folder.
pub fn members(tree: &Tree) -> Vec<Member> {
    let member = |(path, bytes): (&String, &Vec<u8>)| Member::new(&format!("site/{path}"), bytes);
    tree.iter().map(member).collect()
}

/// The archive of them.
pub fn archive(members: &[Member]) -> Vec<u8> {
    with_end(members, &[], |_| ())
}

/// The archive, with something before the directory and a changed end record.
pub fn with_end(members: &[Member], between: &[u8], change: impl Fn(&mut Vec<u8>)) -> Vec<u8> {
    let (mut bytes, mut directory, mut count) = (Vec::new(), Vec::new(), 0);
    for member in members {
        let at = length(&bytes);
        local(&mut bytes, &member.local);
        bytes.extend([&member.data[..], &member.behind].concat());
        if member.is_listed {
            central(&mut directory, member, at);
            count += 1;
        }
    }
    bytes.extend(between);
    let start = length(&bytes);
    bytes.extend(&directory);
    let mut end = b"PK\x05\x06\0\0\0\0".to_vec();
    u16s(&mut end, &[count, count]);
    u32s(&mut end, &[length(&directory), start]);
    u16s(&mut end, &[0]);
    change(&mut end);
    bytes.extend(end);
    bytes
}

/// A field of an id with some bytes.
pub fn extra(id: u16, field: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    u16s(&mut bytes, &[id, u16::try_from(field.len()).unwrap()]);
    bytes.extend(field);
    bytes
}

/// The field by which Info-ZIP gives a file another name.
pub fn renamed(from: &str, to: &str) -> Vec<u8> {
    let crc = crc(from.as_bytes()).to_le_bytes();
    extra(0x7075, &[&[1], &crc[..], to.as_bytes()].concat())
}

pub fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut packer = DeflateEncoder::new(Vec::new(), Compression::best());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

pub fn crc(bytes: &[u8]) -> u32 {
    let mut crc = Crc::new();
    crc.update(bytes);
    crc.sum()
}

fn local(bytes: &mut Vec<u8>, header: &Header) {
    bytes.extend(b"PK\x03\x04");
    common(bytes, header);
    bytes.extend([&header.name[..], &header.extra].concat());
}

fn central(bytes: &mut Vec<u8>, member: &Member, at: u32) {
    bytes.extend(b"PK\x01\x02");
    bytes.extend([0x1e, member.system]);
    common(bytes, &member.central);
    u16s(bytes, &[0, 0, 0]);
    u32s(bytes, &[member.attributes, at]);
    bytes.extend([&member.central.name[..], &member.central.extra].concat());
}

fn common(bytes: &mut Vec<u8>, header: &Header) {
    u16s(
        bytes,
        &[header.version, header.flags, header.method, 0, 0x21],
    );
    u32s(bytes, &[header.crc, header.packed, header.size]);
    let length = |bytes: &[u8]| u16::try_from(bytes.len()).unwrap();
    u16s(bytes, &[length(&header.name), length(&header.extra)]);
}

fn u16s(bytes: &mut Vec<u8>, values: &[u16]) {
    values.iter().for_each(|it| bytes.extend(it.to_le_bytes()));
}

fn u32s(bytes: &mut Vec<u8>, values: &[u32]) {
    values.iter().for_each(|it| bytes.extend(it.to_le_bytes()));
}

fn length(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.len()).unwrap()
}
