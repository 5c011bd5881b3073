// Addresses as people and attackers write them, for everything that has to tell what may be connected to (RFC 6890 and its registries).

const list = (addresses: string) => addresses.trim().split(/\s+/);

/** Literals of machines that are not public, at both ends of each range, and in IPv6 every way of carrying one. */
export const PRIVATE: readonly string[] = list(`
  127.0.0.0 127.0.0.1 127.0.0.53 127.1.2.3 127.255.255.254 127.255.255.255
  10.0.0.0 10.0.0.1 10.255.255.255
  172.16.0.0 172.16.0.1 172.31.255.255
  192.168.0.0 192.168.1.1 192.168.255.255
  100.64.0.0 100.64.0.1 100.127.255.255
  192.0.0.0 192.0.0.1 192.0.0.255 192.0.2.0 192.0.2.1 192.0.2.255
  192.31.196.1 192.52.193.1 192.88.99.1 192.175.48.1
  198.18.0.0 198.18.0.1 198.19.255.255 198.51.100.0 198.51.100.7 198.51.100.255 203.0.113.0 203.0.113.9 203.0.113.255
  240.0.0.0 240.0.0.1 255.255.255.254
  ::1 0:0:0:0:0:0:0:1 0000:0000:0000:0000:0000:0000:0000:0001
  fe80:: fe80::1 FE80::1 fe80::1%eth0 fe80::1%25eth0 fe80::1%1 febf:ffff::1
  fc00:: fc00::1 fd00::1 fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff
  fec0:: fec0::1 feff::1
  2001:: 2001::1 2001:0:7f00:1:: 2001:0:ffff::80ff:fffe 2001:2::1 2001:3::1 2001:10::1 2001:20::1 2001:1ff:ffff::1
  2001:db8:: 2001:db8::1 2001:db8:ffff:ffff::1 2001:4:112::1 2620:4f:8000::1 3fff::1 3fff:fff::1 4000::1 5f00::1 1::1 fe00::1
  ::ffff:127.0.0.1 ::FFFF:127.0.0.1 ::ffff:7f00:1 ::ffff:7f00:0001 0:0:0:0:0:ffff:127.0.0.1 0:0:0:0:0:ffff:7f00:1
  ::ffff:10.1.2.3 ::ffff:a01:203 ::ffff:172.16.0.1 ::ffff:192.168.1.1 ::ffff:c0a8:101 ::ffff:100.64.0.1 ::ffff:198.18.0.1
  ::127.0.0.1 ::7f00:1 ::10.0.0.1 ::8.8.8.8 ::ffff:0:127.0.0.1 ::ffff:0:7f00:1 ::ffff:0:10.0.0.1
  64:ff9b::127.0.0.1 64:ff9b::7f00:1 64:ff9b::10.0.0.1 64:ff9b::8.8.8.8 64:ff9b:1::10.0.0.1 64:ff9b:1:a00:1:: 64:ff9b:1:ffff::1
  2002:7f00:1:: 2002:7f00:1::1 2002:a00:1:: 2002:c0a8:101::1 2002:ac10:1:: 2002:808:808::1`);

/** Literals where a cloud keeps its machines' secrets. */
export const METADATA: readonly string[] = list(`
  169.254.0.0 169.254.0.1 169.254.0.23 169.254.42.42 169.254.169.123 169.254.169.253 169.254.169.254 169.254.170.2 169.254.170.23
  169.254.255.255 168.63.129.16 100.100.100.200 192.0.0.192
  fd00:ec2::254 fd00:0ec2:0:0:0:0:0:0254 FD00:EC2::254 fd00:ec2::23 fd20:ce::254 fd00:42::42 fe80::a9fe:a9fe fe80::a9fe:a9fe%eth0
  ::ffff:169.254.169.254 ::ffff:a9fe:a9fe ::169.254.169.254 ::a9fe:a9fe ::ffff:0:169.254.169.254 ::ffff:168.63.129.16
  64:ff9b::169.254.169.254 64:ff9b::a9fe:a9fe 64:ff9b:1::169.254.169.254 64:ff9b:1:a9fe:a9:fe00:: 2002:a9fe:a9fe:: 2002:a9fe:a9fe::1
  2002:6464:64c8::1`);

/** Literals where no server can be. */
export const UNUSABLE: readonly string[] = list(`
  0.0.0.0 0.0.0.1 0.1.2.3 0.255.255.255 255.255.255.255 224.0.0.0 224.0.0.1 239.255.255.255
  :: 0:0:0:0:0:0:0:0 ::0 ff00:: ff02::1 ff05::2 ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff 100::1
  ::ffff:0.0.0.0 ::ffff:224.0.0.1 ::ffff:255.255.255.255 64:ff9b::0.0.0.0`);

/** What is no literal to us but means an address somewhere: decimal, octal, hex, short, with a prefix, in other digits or dots. */
export const DISGUISED: readonly string[] = list(`
  2130706433 017700000001 0x7f000001 0X7F000001 0x7f.0x0.0x0.0x1 0x7f.0.0.1 127.0.0.0x1 0177.0.0.1 0177.0.0.01 127.0.0.01 00127.0.0.1
  127.1 127.0.1 0x7f.1 0177.1 10.1 192.168.257 3232235777 2852039166 0xa9fea9fe 169.16689662 0251.0376.0251.0376 0 0x0 1
  127.0.0.1:25 127.0.0.1/8 //127.0.0.1 user@127.0.0.1 127.0.0.1#a 127.0.0.1%00 127.0.0.256 127.0.0.1.1 127..0.1 .127.0.0.1
  １２７.0.0.1 127。0。0。1 127．0．0．1 ①②⑦.⓪.⓪.① ١٢٧.٠.٠.١ 127.0.0.1\\u200b ⓛocalhost
  [::1]:25 [::1 ::1] ::1/128 :::1 ::ffff:127.0.0 ::ffff:0x7f.0.0.1 ::ffff:0177.0.0.1 1::2::3 12345::1 ::g fe80::1%`).map((text) =>
  text.replace("\\u200b", "\u200b"),
);

/** How a literal may stand in a form beside its plain spelling: a root dot, brackets, room around it. */
export const DRESSED: readonly string[] = ["127.0.0.1.", "10.0.0.1.", "[::1]", "[::ffff:127.0.0.1]", "  127.0.0.1  ", "\t::1\n"];

/** Names that are this machine, without anybody being asked (RFC 6761 section 6.3). */
export const LOOPBACK_NAMES: readonly string[] = ["localhost", "LOCALHOST", "localhost.", "mx.localhost", "a.b.localhost."];

/** The public neighbours just outside each of those ranges, and what is public although it looks odd. */
export const PUBLIC: readonly string[] = list(`
  1.0.0.0 1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0 128.0.0.1
  168.63.129.15 168.63.129.17 169.253.255.255 169.255.0.0 172.15.255.255 172.32.0.0 191.255.255.255 192.0.1.0 192.0.1.255 192.0.3.0
  192.31.195.255 192.31.197.0 192.52.192.255 192.52.194.0 192.88.98.255 192.88.100.0 192.167.255.255 192.169.0.0 192.175.47.255 192.175.49.0
  198.17.255.255 198.20.0.0 198.51.99.255 198.51.101.0 203.0.112.255 203.0.114.0 223.255.255.255
  2001:200:: 2001:200::1 2001:db7:ffff:ffff:ffff:ffff:ffff:ffff 2001:db9:: 2001:ffff:ffff::1 2003::1 2620:4f:7fff::1 2620:4f:8001::1
  2a00:1450:4001::1a 2606:4700::1111 3ffe:ffff:ffff::1 3fff:1000::1 2000::1
  ::ffff:8.8.8.8 ::ffff:808:808 ::ffff:126.255.255.255 ::ffff:128.0.0.0`);
