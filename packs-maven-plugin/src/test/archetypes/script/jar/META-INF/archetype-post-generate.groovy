new File(request.outputDirectory, request.artifactId + "/made-by-script.txt").text = "${artifactId} ${version}\n"
