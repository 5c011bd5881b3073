#!/usr/bin/env bash
# Unpacks Exim and OpenSMTPD beside the packages of this machine, for the tests in testing/real: Debian's mail servers shut each
# other out, so that they cannot be installed beside Postfix. For Debian 12, as root; what is there already stays.
set -euo pipefail

folder=/opt/ehlowatch-mail-servers # as in testing/real/find-unpacked.ts
exim=$folder/exim4-daemon-light/usr/sbin/exim4
opensmtpd=$folder/opensmtpd/usr/sbin/smtpd

if [ ! -x $exim ] || [ ! -x $opensmtpd ]; then
  mkdir -p $folder
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Codename: bookworm' | sed -n 1p)
  key='signed-by=/usr/share/keyrings/debian-archive-keyring.gpg'
  printf 'deb [%s] %s %s main\n' "$key" "${mirror:=http://deb.debian.org/debian/}" bookworm "$key" "$mirror" bookworm-backports >"$work/sources"

  # With lists of its own, the sources of this machine stay as they are.
  mkdir -p "$work/lists/partial" "$work/cache/archives/partial"
  cat >"$work/apt.conf" <<EOF
Dir::Etc::SourceList "$work/sources";
Dir::Etc::SourceParts "-";
Dir::State::Lists "$work/lists";
Dir::Cache "$work/cache";
APT::Sandbox::User "root";
EOF
  cd "$work"
  export APT_CONFIG=$work/apt.conf
  apt-get -q update
  # From the backports: the OpenSMTPD of Debian 12 itself cannot finish a TLS handshake (github.com/OpenSMTPD/OpenSMTPD/issues/1171).
  apt-get -q download exim4-daemon-light/bookworm opensmtpd/bookworm-backports
  unset APT_CONFIG
  for package in exim4-daemon-light opensmtpd; do
    rm -rf "${folder:?}/$package"
    dpkg -x "$package"_*.deb "$folder/$package"
  done
fi

if [[ $(ldd $exim $opensmtpd) == *'not found'* ]]; then
  apt-get -q update
  apt-get -qy install --no-install-recommends libdb5.3 libevent-2.1-7 libgnutls-dane0 libidn12 libnsl2 libpam0g libpcre2-8-0
fi
