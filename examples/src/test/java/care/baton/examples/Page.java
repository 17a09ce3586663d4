package care.baton.examples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A page of docs, held against the program that it shows: its blocks, and the program's parts and what that prints. */
public final class Page {

    private static final Pattern BLOCK =
            Pattern.compile("(?m)^```(\\w*)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    private Page() {}

    /**
     * The blocks of one kind.
     *
     * @param page the page's name in {@code docs}
     * @param kind such as {@code java}; empty for what is printed
     * @return each, in the order of the page
     */
    public static List<String> blocks(String page, String kind) {
        return BLOCK.matcher(text(Path.of("..", "docs", page)))
                .results()
                .filter(found -> found.group(1).equals(kind))
                .map(found -> found.group(2))
                .toList();
    }

    /**
     * A part of a source, between the comments that name it.
     *
     * @param source the source
     * @param name the part
     * @return its lines, as far to the left as they go
     */
    public static String part(Path source, String name) {
        List<String> lines = text(source).lines().toList();
        List<String> bare = lines.stream().map(String::strip).toList();
        int from = bare.indexOf("// <" + name + ">");
        int until = bare.indexOf("// </" + name + ">");
        int indent = lines.get(from).indexOf("//");
        return lines.subList(from + 1, until).stream()
                .map(line -> line.isEmpty() ? line : line.substring(indent))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /**
     * What a program prints.
     *
     * @param program the program
     * @return all of it, with one line end
     */
    public static String printed(Runnable program) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            program.run();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    /**
     * What a file says.
     *
     * @param file the file
     * @return its text
     */
    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }
}
