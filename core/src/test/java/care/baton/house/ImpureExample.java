package care.baton.house;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Externalizable;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.ObjectInputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.RandomAccessFile;
import java.io.Serializable;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URL;
import java.net.http.HttpClient;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Calendar;
import java.util.Collections;
import java.util.Date;
import java.util.Formatter;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.ResourceBundle;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.Timer;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One use of everything that is impure; never run, only read by {@link PurityTest}. */
@SuppressWarnings({"deprecation", "rawtypes"})
abstract class ImpureExample implements Serializable, Externalizable {
    private static final long serialVersionUID = 1;

    /** What is read back from bytes must be makeable without any. */
    @SuppressWarnings("PublicConstructorForAbstractClass")
    public ImpureExample() {}

    transient @Nullable Date date;
    transient @Nullable GregorianCalendar gregorian;
    transient @Nullable Timer timer;
    transient @Nullable File file;
    transient @Nullable FileInputStream fileStream;
    transient @Nullable FileReader fileReader;
    transient @Nullable RandomAccessFile randomAccess;
    transient @Nullable Path path;
    transient @Nullable FileChannel channel;
    transient @Nullable Socket socket;
    transient @Nullable URL url;
    transient @Nullable InetAddress address;
    transient @Nullable HttpClient http;
    transient @Nullable ObjectInputStream objects;
    transient org.slf4j.@Nullable Logger slf4j;
    transient @Nullable Logger logger;
    transient @Nullable ServiceLoader<String> services;
    transient @Nullable ProcessBuilder process;
    transient @Nullable Random random;
    transient @Nullable SplittableRandom splittable;
    transient @Nullable RandomGenerator generator;
    transient @Nullable WeakReference<Object> weak;
    transient @Nullable JsonTypeInfo typeInfo;
    transient @Nullable ObjectMapper mapper;

    List<Object> clocks() {
        return List.of(
                Instant.now(),
                Clock.systemUTC(),
                Clock.tick(Clock.systemUTC(), Duration.ZERO),
                InstantSource.system(),
                System.currentTimeMillis(),
                System.nanoTime(),
                Calendar.getInstance(),
                Thread.currentThread());
    }

    List<Object> chances(List<String> list) {
        Collections.shuffle(list);
        return List.of(
                UUID.randomUUID(),
                ThreadLocalRandom.current(),
                new SecureRandom(),
                Math.random(),
                StrictMath.random(),
                System.identityHashCode(list),
                list.stream().parallel(),
                list.parallelStream());
    }

    List<Object> defaults(String text, byte[] bytes, InputStream in, OutputStream out) {
        return List.of(
                ZoneId.systemDefault(),
                TimeZone.getDefault(),
                Locale.getDefault(),
                text.toLowerCase(),
                text.toUpperCase(),
                String.format("%s", text),
                "%s".formatted(text),
                new Formatter(),
                DateTimeFormatter.ofPattern("uuuu"),
                DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL),
                new DateTimeFormatterBuilder().toFormatter(),
                NumberFormat.getNumberInstance(),
                new DecimalFormat("#"),
                ResourceBundle.getBundle("a"),
                Charset.defaultCharset(),
                text.getBytes(),
                new String(bytes),
                new InputStreamReader(in),
                new OutputStreamWriter(out));
    }

    List<Object> hashes(List<String> list, Function<String, String> same) {
        return List.of(
                Set.of("a"),
                Set.copyOf(list),
                Map.of("a", "b"),
                Map.ofEntries(Map.entry("a", "b")),
                Map.copyOf(new HashMap<>()),
                new HashSet<>(),
                new Hashtable<>(),
                new IdentityHashMap<>(),
                new WeakHashMap<>(),
                new ConcurrentHashMap<>(),
                Collectors.toSet(),
                Collectors.toUnmodifiableSet(),
                Collectors.toMap(same, same),
                Collectors.toMap(same, same, (a, b) -> a),
                Collectors.toUnmodifiableMap(same, same),
                Collectors.toConcurrentMap(same, same),
                Collectors.groupingBy(same),
                Collectors.groupingBy(same, Collectors.counting()),
                Collectors.groupingByConcurrent(same));
    }

    List<Object> outside(ClassLoader loader, Throwable thrown) throws Exception {
        thrown.printStackTrace();
        return List.of(
                System.out,
                System.err,
                System.in,
                System.getenv(),
                System.getProperty("a"),
                System.getProperties(),
                System.lineSeparator(),
                Boolean.getBoolean("a"),
                Optional.ofNullable(Integer.getInteger("a")),
                Optional.ofNullable(Long.getLong("a")),
                System.getLogger("a"),
                Runtime.getRuntime(),
                Class.forName("a"),
                loader.loadClass("a"));
    }
}
