#!/usr/bin/env bash
# Unpacks Exim, OpenSMTPD and Courier beside the packages of this machine, for the tests in testing/real: Debian's mail servers shut each
# other out, so that they cannot be installed beside Postfix and Dovecot. For Debian 12, as root; what is there already stays.
set -euo pipefail

folder=/opt/ehlowatch-mail-servers # as in testing/real/find-unpacked.ts
exim=$folder/exim4-daemon-light/usr/sbin/exim4
opensmtpd=$folder/opensmtpd/usr/sbin/smtpd
courier_packages=(courier-imap courier-pop courier-base courier-authlib courier-authdaemon courier-authlib-userdb) # as in testing/real/courier.ts

is_unpacked() {
  [ -x $exim ] && [ -x $opensmtpd ] || return 1
  for package in "${courier_packages[@]}"; do [ -d "$folder/$package" ] || return 1; done
}

if ! is_unpacked; then
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
  apt-get -q download exim4-daemon-light/bookworm opensmtpd/bookworm-backports "${courier_packages[@]/%//bookworm}"
  unset APT_CONFIG
  for package in exim4-daemon-light opensmtpd "${courier_packages[@]}"; do
    rm -rf "${folder:?}/$package"
    dpkg -x "$package"_*.deb "$folder/$package"
  done
fi

libraries=(libcourier-unicode4 libdb5.3 libevent-2.1-7 libgamin0 libgdbm6 libgnutls-dane0 libidn12 libltdl7 libnsl2 libpam0g libpcre2-8-0 libpcre3)
if ! dpkg -s "${libraries[@]}" >/dev/null 2>&1; then
  apt-get -q update
  apt-get -qy install --no-install-recommends "${libraries[@]}"
fi
