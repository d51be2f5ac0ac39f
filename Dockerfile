# Not yet built by anyone: the first to do so is asked to report what they saw.
FROM node:20-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# Node and npm build the web client and fetch the fonts; the C library here is newer than the one node was built for.
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
ENV DOTNET_CLI_TELEMETRY_OPTOUT=1 CI=true
WORKDIR /src
COPY . .
RUN dotnet restore bot/KlachtHulp.Bot.csproj --locked-mode \
 && dotnet publish bot/KlachtHulp.Bot.csproj --no-restore -c Release -o /app \
 && mkdir /empty

# The plain image, not chiseled: it has ICU and the time zones, which dates in Amsterdam need.
FROM mcr.microsoft.com/dotnet/aspnet:10.0
RUN apt-get update \
 && apt-get install -y --no-install-recommends curl tzdata \
 && rm -rf /var/lib/apt/lists/*
COPY --from=build /app /app
COPY --from=build --chown=$APP_UID:$APP_UID /empty /data
ENV ASPNETCORE_URLS=http://+:3978 \
    DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false \
    DOTNET_EnableDiagnostics=0 \
    KlachtHulp__Gegevens=/data \
    KlachtHulp__Opslag__Pad=/data/klachthulp.db
# Everything that changes is in /data, so the root may be read-only:
#   docker run --read-only --tmpfs /tmp -v klachthulp:/data -p 127.0.0.1:3978:3978 klachthulp
VOLUME /data
WORKDIR /data
USER $APP_UID
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=3s --start-period=15s CMD ["curl", "-fsS", "-o", "/dev/null", "http://127.0.0.1:3978/healthz"]
ENTRYPOINT ["dotnet", "/app/KlachtHulp.Bot.dll"]
