package io.fulfillx.backend.server;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;

import io.fulfillx.model.wire.Json;

import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

/**
 * A Java client made by openapi-generator (generator {@code java}, library {@code native}) from a
 * server's description, compiled and loaded. Unknown fields of replies are errors here, so that
 * nothing is answered that is not described.
 */
final class GeneratedClient {
    private static final String ROOT = "io.fulfillx.client";

    private final ClassLoader loader;
    private final List<Class<?>> apis;
    private final int port;
    private final Map<String, Object> byToken = new HashMap<>();

    private GeneratedClient(ClassLoader loader, List<Class<?>> apis, int port) {
        this.loader = loader;
        this.apis = apis;
        this.port = port;
    }

    /** What came back: a problem's JSON where the status is 4xx or 5xx. */
    record Answered(int status, JsonNode body) {
        String code() {
            return body.path("code").asText();
        }
    }

    /** Makes the client in that folder. */
    static GeneratedClient of(byte[] description, int port, Path folder) {
        try {
            Path spec = Files.write(folder.resolve("openapi.json"), description);
            generate(spec, folder.resolve("client"));
            Path classes = Files.createDirectories(folder.resolve("classes"));
            List<Path> sources = sources(folder.resolve("client/src/main/java"));
            compile(sources, classes);
            URL[] path = {classes.toUri().toURL()};
            URLClassLoader loader =
                    new URLClassLoader(path, GeneratedClient.class.getClassLoader());
            List<Class<?>> apis = new ArrayList<>();
            for (Path source : sources) {
                String name = source.getFileName().toString();
                if (name.endsWith("Api.java")) {
                    apis.add(loader.loadClass(ROOT + ".api." + name.replace(".java", "")));
                }
            }
            return new GeneratedClient(loader, apis, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void generate(Path spec, Path out) {
        CodegenConfigurator wanted =
                new CodegenConfigurator()
                        .setInputSpec(spec.toString())
                        .setGeneratorName("java")
                        .setLibrary("native")
                        .setOutputDir(out.toString())
                        .setApiPackage(ROOT + ".api")
                        .setModelPackage(ROOT + ".model")
                        .setInvokerPackage(ROOT)
                        .setValidateSpec(true)
                        .addAdditionalProperty("hideGenerationTimestamp", true)
                        .addAdditionalProperty("openApiNullable", false)
                        .addAdditionalProperty("useJakartaEe", true)
                        .addAdditionalProperty("useOneOfDiscriminatorLookup", true);
        for (String no : List.of("apiDocs", "modelDocs", "apiTests", "modelTests")) {
            wanted.addGlobalProperty(no, "false");
        }
        wanted.addGlobalProperty("apis", "")
                .addGlobalProperty("models", "")
                .addGlobalProperty("supportingFiles", "");
        DefaultGenerator generator = new DefaultGenerator();
        generator.setGenerateMetadata(false);
        generator.opts(wanted.toClientOptInput()).generate();
    }

    private static List<Path> sources(Path root) throws IOException {
        // The generated code is annotated with words that nobody here needs to understand.
        for (String word : List.of("Generated", "Nonnull", "Nullable")) {
            Path stub = root.resolve("jakarta/annotation/" + word + ".java");
            Files.createDirectories(stub.getParent());
            Files.writeString(
                    stub,
                    "package jakarta.annotation; public @interface %s { String[] value() default"
                                    .formatted(word)
                            + " {}; String date() default \"\"; String comments() default \"\"; }");
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static void compile(List<Path> sources, Path classes) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "-nowarn",
                                "-proc:none",
                                "-parameters",
                                "-Xlint:none",
                                "-d",
                                classes.toString(),
                                "-cp",
                                System.getProperty("java.class.path")));
        sources.forEach(source -> arguments.add(source.toString()));
        int failed =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, arguments.toArray(String[]::new));
        if (failed != 0) {
            throw new AssertionError("the generated client does not compile");
        }
    }

    /**
     * Calls an operation by its id.
     *
     * @param values parameters by name, headers as {@code idempotencyKey}
     * @param body what stands in the example's request; missing when there is none
     */
    Answered call(String operation, String token, Map<String, String> values, JsonNode body) {
        Method method = method(operation);
        try {
            Object api = api(method.getDeclaringClass(), token);
            ObjectMapper mapper = mapper(token);
            List<Object> arguments = new ArrayList<>();
            for (Parameter parameter : method.getParameters()) {
                arguments.add(argument(parameter, values, body, mapper));
            }
            Object response = method.invoke(api, arguments.toArray());
            int status = (int) response.getClass().getMethod("getStatusCode").invoke(response);
            Object data = response.getClass().getMethod("getData").invoke(response);
            JsonNode shown =
                    data instanceof File ? Json.mapper().nullNode() : mapper.valueToTree(data);
            return new Answered(status, shown);
        } catch (InvocationTargetException e) {
            return problem(operation, e.getTargetException());
        } catch (ReflectiveOperationException | IOException e) {
            throw new AssertionError(operation, e);
        }
    }

    private static Answered problem(String operation, Throwable failure) {
        try {
            int status = (int) failure.getClass().getMethod("getCode").invoke(failure);
            Object body = failure.getClass().getMethod("getResponseBody").invoke(failure);
            if (status < 400 || body == null) {
                throw new AssertionError(operation + ": " + failure.getMessage(), failure);
            }
            return new Answered(status, Json.read(body.toString(), JsonNode.class));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(operation + ": " + failure, failure);
        }
    }

    private static @Nullable Object argument(
            Parameter parameter, Map<String, String> values, JsonNode body, ObjectMapper mapper)
            throws IOException {
        String name = parameter.getName();
        String value = values.get(name);
        Class<?> type = parameter.getType();
        if (value != null) {
            return mapper.convertValue(value, type);
        } else if (name.equals("xCorrelationId") || body.isMissingNode()) {
            return null;
        } else if (type == File.class) {
            return Files.write(Files.createTempFile("example", ".bin"), bytes(body)).toFile();
        } else if (type == String.class && body.isTextual() && isBody(name)) {
            return body.asText();
        } else if (isBody(name) || type.getName().startsWith(ROOT + ".model")) {
            return mapper.readValue(
                    Json.bytes(body), mapper.constructType(parameter.getParameterizedType()));
        }
        return null;
    }

    /** The library {@code native} sends files through its JSON writer, by their names. */
    private static final class FileBytes extends StdSerializer<File> {
        private static final long serialVersionUID = 1L;

        FileBytes() {
            super(File.class);
        }

        @Override
        public void serialize(File file, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.flush();
            Files.copy(file.toPath(), (OutputStream) out.getOutputTarget());
        }
    }

    private static boolean isBody(String name) {
        return name.equals("body");
    }

    private static byte[] bytes(JsonNode body) {
        return body.isTextual()
                ? java.util.Base64.getDecoder().decode(body.asText())
                : Json.bytes(body);
    }

    private Method method(String operation) {
        for (Class<?> api : apis) {
            List<Method> found =
                    Arrays.stream(api.getMethods())
                            .filter(m -> m.getName().equals(operation + "WithHttpInfo"))
                            .sorted(Comparator.comparingInt(Method::getParameterCount))
                            .toList();
            if (!found.isEmpty()) {
                return found.getFirst();
            }
        }
        throw new AssertionError("the client has no operation " + operation);
    }

    private Object client(String token) throws ReflectiveOperationException {
        Object known = byToken.get(token);
        if (known != null) {
            return known;
        }
        Object client =
                loader.loadClass(ROOT + ".ApiClient").getDeclaredConstructor().newInstance();
        Class<?> type = client.getClass();
        type.getMethod("updateBaseUri", String.class)
                .invoke(client, URI.create("http://127.0.0.1:" + port).toString());
        Consumer<HttpRequest.Builder> signed =
                request -> {
                    if (!token.isEmpty()) {
                        request.setHeader("Authorization", "Bearer " + token);
                    }
                };
        type.getMethod("setRequestInterceptor", Consumer.class).invoke(client, signed);
        ObjectMapper mapper = (ObjectMapper) type.getMethod("getObjectMapper").invoke(client);
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        mapper.registerModule(new SimpleModule().addSerializer(File.class, new FileBytes()));
        // What is asked for is a copy.
        type.getMethod("setObjectMapper", ObjectMapper.class).invoke(client, mapper);
        byToken.put(token, client);
        return client;
    }

    private ObjectMapper mapper(String token) throws ReflectiveOperationException {
        Object client = client(token);
        return (ObjectMapper) client.getClass().getMethod("getObjectMapper").invoke(client);
    }

    private Object api(Class<?> type, String token) throws ReflectiveOperationException {
        Object client = client(token);
        return type.getConstructor(client.getClass()).newInstance(client);
    }
}
