package care.baton.house;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the core may not use: its answer hangs on the machine, the moment or chance. {@code *} stands for anything. */
enum Impure {
    CLOCK("""
            java.time.*.now(*
            java.time.Clock.system*
            java.time.Clock.tick*
            java.time.InstantSource.system*
            java.lang.System.currentTimeMillis()
            java.lang.System.nanoTime()
            java.util.Date.*
            java.util.Calendar.*
            java.util.GregorianCalendar.*
            java.util.Timer.*
            java.lang.Thread.*
            """),
    CHANCE("""
            java.util.UUID.randomUUID()
            java.util.Random.*
            java.util.SplittableRandom.*
            java.util.random.*
            java.util.concurrent.ThreadLocalRandom.*
            java.security.SecureRandom.*
            java.lang.Math.random()
            java.lang.StrictMath.random()
            java.util.Collections.shuffle(List)
            java.lang.System.identityHashCode(*
            java.lang.ref.*
            java.util.stream.*.parallel()
            java.util.*.parallelStream()
            """),
    ZONE("""
            java.time.ZoneId.systemDefault()
            java.util.TimeZone.getDefault()
            """),
    LOCALE("""
            java.util.Locale.getDefault(*
            java.lang.String.toLowerCase()
            java.lang.String.toUpperCase()
            java.lang.String.format(String,*
            java.lang.String.formatted(*
            java.util.Formatter.<init>()
            java.time.format.DateTimeFormatter.ofPattern(String)
            java.time.format.DateTimeFormatter.ofLocalized*
            java.time.format.DateTimeFormatterBuilder.toFormatter()
            java.text.*Format.get*Instance()
            java.text.*Format.<init>(String)
            java.util.ResourceBundle.getBundle(String)
            """),
    CHARSET("""
            java.nio.charset.Charset.defaultCharset()
            java.lang.String.getBytes()
            java.lang.String.<init>(byte[])
            java.io.InputStreamReader.<init>(InputStream)
            java.io.OutputStreamWriter.<init>(OutputStream)
            """),
    HASH_ORDER("""
            java.util.Set.of(Object*
            java.util.Set.copyOf(*
            java.util.Map.of(Object*
            java.util.Map.ofEntries(*
            java.util.Map.copyOf(*
            java.util.HashMap.*
            java.util.HashSet.*
            java.util.Hashtable.*
            java.util.IdentityHashMap.*
            java.util.WeakHashMap.*
            java.util.concurrent.ConcurrentHashMap.*
            java.util.stream.Collectors.toSet()
            java.util.stream.Collectors.toUnmodifiableSet()
            java.util.stream.Collectors.toMap(Function,Function)
            java.util.stream.Collectors.toMap(Function,Function,BinaryOperator)
            java.util.stream.Collectors.toUnmodifiableMap(*
            java.util.stream.Collectors.toConcurrentMap(*
            java.util.stream.Collectors.groupingBy(Function)
            java.util.stream.Collectors.groupingBy(Function,Collector)
            java.util.stream.Collectors.groupingByConcurrent(*
            """),
    OUTSIDE("""
            java.io.File.*
            java.io.File*Stream.*
            java.io.File*er.*
            java.io.RandomAccessFile.*
            java.nio.file.*
            java.nio.channels.*
            java.net.*Socket.*
            java.net.URL.*
            java.net.InetAddress.*
            java.net.http.*
            java.lang.System.out
            java.lang.System.err
            java.lang.System.in
            java.lang.System.getenv(*
            java.lang.System.getProperty(*
            java.lang.System.getProperties()
            java.lang.System.lineSeparator()
            java.lang.Integer.getInteger(*
            java.lang.Long.getLong(*
            java.lang.Boolean.getBoolean(*
            java.lang.System.getLogger(*
            java.lang.Throwable.printStackTrace(*
            java.lang.Runtime.*
            java.lang.ProcessBuilder.*
            java.util.logging.*
            org.slf4j.*
            """),
    BY_NAME("""
            java.lang.Class.forName(*
            java.lang.ClassLoader.loadClass(*
            java.util.ServiceLoader.*
            java.io.Object*Stream.*
            java.io.Serializable.*
            java.io.Externalizable.*
            com.fasterxml.jackson.annotation.*
            com.fasterxml.jackson.databind.*
            """);

    private final List<Pattern> patterns;

    Impure(String globs) {
        patterns = globs.lines().map(Impure::pattern).toList();
    }

    /** What is wrong with a class: each use of a member or type on the list. */
    static Stream<String> usesIn(JavaClass type) {
        Stream<String> members = type.getAccessesFromSelf().stream().map(Impure::name);
        Stream<String> types = type.getDirectDependenciesFromSelf().stream()
                .map(dependency ->
                        dependency.getTargetClass().getBaseComponentType().getName() + ".");
        return Stream.concat(members, types)
                .distinct()
                .flatMap(used -> of(used).map(kind -> kind + ": " + used).stream());
    }

    static Stream<Pattern> all() {
        return Stream.of(values()).flatMap(kind -> kind.patterns.stream());
    }

    static String name(JavaAccess<?> access) {
        String name =
                access.getTargetOwner().getName() + "." + access.getTarget().getName();
        if (access.getTarget() instanceof CodeUnitAccessTarget called) {
            return called.getRawParameterTypes().stream()
                    .map(JavaClass::getSimpleName)
                    .collect(Collectors.joining(",", name + "(", ")"));
        }
        return name;
    }

    private static Optional<Impure> of(String used) {
        return Stream.of(values())
                .filter(kind -> kind.patterns.stream()
                        .anyMatch(pattern -> pattern.matcher(used).matches()))
                .findFirst();
    }

    private static Pattern pattern(String glob) {
        return Pattern.compile(
                Stream.of(glob.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
}
