# The composed server with its web app. Build: docker build -t opendpf .
FROM node:24-bookworm-slim AS build
WORKDIR /build
COPY . .
# the server with what it needs and nothing else; the web app is files beside it
RUN npm run setup \
  && npx --yes pnpm@12.4.2 --filter=@opendpf/app-server deploy --prod --legacy --prefer-offline /opt/opendpf \
  && cp -R apps/admin/dist /opt/opendpf/admin \
  && rm -rf /opt/opendpf/src /opt/opendpf/deploy /opt/opendpf/.turbo

FROM node:24-bookworm-slim
LABEL org.opencontainers.image.title="OpenDPF" \
  org.opencontainers.image.licenses="Apache-2.0"
ENV NODE_ENV=production \
  OPENDPF_ADMIN=/opt/opendpf/admin \
  OPENDPF_DATA=/var/lib/opendpf \
  OPENDPF_HOST=0.0.0.0 \
  OPENDPF_PORT=4800 \
  TZ=Asia/Shanghai
RUN groupadd --system --gid 10001 opendpf \
  && useradd --system --uid 10001 --gid opendpf --home-dir /var/lib/opendpf --shell /usr/sbin/nologin opendpf \
  && install --directory --owner=opendpf --group=opendpf --mode=0750 /var/lib/opendpf
WORKDIR /opt/opendpf
COPY --from=build /opt/opendpf .
USER opendpf
VOLUME /var/lib/opendpf
EXPOSE 4800
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.OPENDPF_PORT}/api/health`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/main.js"]
CMD ["serve"]
