# The front door. Every target installs what it needs into the checkout.
# `make help` prints the lines that begin with "#:" as they are.
#: ENTRY     your program, as examples/hello.ts (default: the camera)
#: BOARD     for build, flash, run: one of `node build/taipan.js boards`
#: PORT      for flash: the device, as /dev/ttyACM0; for run: TCP port (8080)
#: CAMERA    for run: pattern[:320x240][@25], a folder of JPEGs, ffmpeg:video.mp4,
#:           or a webcam: ffmpeg:/dev/video0
#: ENGINE    for run: python (default) or node
#: HEAP      for run: memory of the program, as 256K (default: unlimited)
#: LINK      for run: kilobytes per second of the radio (default: unlimited)
#: CARD      for run: a folder as SD card in the board's slot (default: none)
#: SETTINGS  for run: the board's settings (default: settings.toml)

BOARD ?= seeed_xiao_esp32_s3_sense
TAIPAN := node --enable-source-maps build/taipan.js
SOURCES := $(shell find transpiler boards host-sim -name '*.ts' -not -name '*.d.ts')

.PHONY: help run examples test check build flash bench random clean

help: ## show this list
	@echo "make TARGET [VARIABLE=value ...]"
	@echo
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 10
	@echo
	@sed -n 's/^#: //p' $(MAKEFILE_LIST)

run: build/taipan.js ## the camera on simulated hardware: open the printed address in browsers
	@$(TAIPAN) sim $(ENTRY) --board $(BOARD) $(if $(PORT),--port $(PORT)) $(if $(CAMERA),--camera $(CAMERA)) \
	  $(if $(ENGINE),--engine $(ENGINE)) $(if $(HEAP),--heap $(HEAP)) $(if $(LINK),--link $(LINK)) \
	  $(if $(CARD),--card $(CARD)) $(if $(SETTINGS),--settings $(SETTINGS))

test: build/taipan.js .venv/installed ## lint, types, and every test with real clients
	@npm run --silent lint
	@npm run --silent typecheck
	@npm run --silent test

examples: node_modules/.package-lock.json ## the tests in examples/, yours too: on virtual boards, in virtual time
	@npx vitest run examples/

check: build/taipan.js ## report what the transpiler refuses in ENTRY and in what it imports
	@$(TAIPAN) check $(ENTRY)

build: build/taipan.js build/types/transpiler/index.d.ts ## what a board gets, for BOARD in dist/BOARD
	@$(TAIPAN) build $(ENTRY) --board $(BOARD)

# Without a port nothing is installed for it: the command says what is missing.
flash: build/taipan.js $(if $(PORT),.venv/installed) ## put the firmware on a board: PORT=/dev/ttyACM0
	@$(TAIPAN) flash $(ENTRY) --board $(BOARD) $(if $(PORT),--port $(PORT))

bench: build/taipan.js ## figures as ratios: emitted Python, builds, viewers
	@npm run --silent bench

random: node_modules/.package-lock.json ## 20 000 random programs on both sides; takes an hour
	@RANDOM_PROGRAMS=20000 RANDOM_SEED=$$(date +%s) npx vitest run random-programs

clean: ## remove what was installed and built
	rm -rf node_modules .venv build dist test-results

node_modules/.package-lock.json: package.json package-lock.json
	@npm ci --no-audit --no-fund --loglevel=error
	@touch $@

build/taipan.js: node_modules/.package-lock.json $(SOURCES)
	@npm run --silent bundle

build/types/transpiler/index.d.ts: node_modules/.package-lock.json $(SOURCES)
	@npm run --silent declarations

.venv/installed: requirements.txt
	@python3 -m venv .venv
	@.venv/bin/pip install --quiet --disable-pip-version-check --no-deps -r requirements.txt
	@touch $@
