# `make bench` measures a release build against what is promised; see Tests/Benchmarks.

RELEASE = swift build -c release --static-swift-stdlib

.PHONY: bench
bench:
	$(RELEASE) --product queqiao
	$(RELEASE) --product queqiao-bench
	"$$($(RELEASE) --show-bin-path)/queqiao-bench" $(BENCH)
