package care.baton.examples.day;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A fresh run begins on an empty folder. */
final class Folders {

    private static final String OURS = "discharge-day";

    private Folders() {}

    /** Makes the folder ready; false when it holds anything that this command did not make. */
    static boolean ready(Path folder, boolean resume) throws IOException {
        Path mark = folder.resolve(OURS);
        if (Files.exists(folder) && !Files.exists(mark)) {
            try (Stream<Path> inside = Files.list(folder)) {
                if (inside.findAny().isPresent()) {
                    return false;
                }
            }
        }
        if (!resume && Files.exists(mark)) {
            empty(folder);
        }
        Files.createDirectories(folder);
        Files.writeString(mark, "The files of one run of the main job; they may be deleted.\n");
        return true;
    }

    private static void empty(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
