#!/bin/sh
# Chromium and a Chinese font, for test/channels/web/page.browser.test.ts and `npm run screenshots`.
set -eu
if [ -x /usr/bin/chromium ] && fc-list :lang=zh 2>/dev/null | grep -q .; then
  exit 0
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update
apt-get install -y --no-install-recommends chromium fontconfig fonts-noto-cjk
