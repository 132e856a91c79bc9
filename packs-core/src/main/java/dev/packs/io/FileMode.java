package dev.packs.io;

/** Whether a file is one that can be run; without effect where the file system has no such bit. */
public enum FileMode {
    PLAIN,
    EXECUTABLE;

    public static FileMode of(FileTree files, RelativePath path) {
        return files.isExecutable(path) ? EXECUTABLE : PLAIN;
    }
}
