package care.baton.house;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** The repository as it lies on disk, without what the build makes of it. */
final class Tree {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> LEFT_OUT = Set.of("target", ".git", ".idea", ".vscode", ".settings");

    private Tree() {}

    /** Every text file's lines, by its path from the root. */
    static TreeMap<String, List<String>> files() throws IOException {
        TreeMap<String, List<String>> files = new TreeMap<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return LEFT_OUT.contains(directory.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (LEFT_OUT.contains(file.getFileName().toString())) {
                    return FileVisitResult.CONTINUE;
                }
                try {
                    files.put(ROOT.relativize(file).toString().replace('\\', '/'), Files.readAllLines(file));
                } catch (MalformedInputException binary) {
                    // not text: nothing to read in it
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    /** The Java files of all modules, by their path from the root. */
    static TreeMap<String, List<String>> java() throws IOException {
        TreeMap<String, List<String>> files = files();
        files.keySet().removeIf(path -> !path.endsWith(".java"));
        return files;
    }
}
