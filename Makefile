# Each target runs a script of eng/, so that everything works without make as well.
.PHONY: demo notebooks reference test test-all pack bench format clean

demo:      ## run the quickstart against a sandbox: artifacts/demo/01-quickstart.html, report.html
	@eng/demo.sh

notebooks: ## all tutorials, run, with a page to choose from: artifacts/gallery/index.html
	@eng/notebooks.sh

test:      ## the tests that CI runs
	@eng/test.sh

test-all:  ## the long ones too
	@eng/test.sh --all

pack:      ## the packages and the tool: artifacts/packages
	@eng/pack.sh

reference: ## the API reference from the XML documentation: artifacts/reference/index.html
	@eng/reference.sh

bench:     ## speed and memory, whole processes in pairs
	@eng/bench.sh

format:    ## mend what .ci/run checks
	@dotnet format

clean:
	@rm -rf artifacts src/Up42.Interactive/web/node_modules
