FROM node:20-slim
# Compiles better-sqlite3 where no prebuilt binary can be fetched.
RUN apt-get update && apt-get install -y --no-install-recommends python3 make g++ && rm -rf /var/lib/apt/lists/*
WORKDIR /srv/formagekollen
COPY package.json package-lock.json ./
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
RUN npm run build && mkdir /data && chown node:node /data
USER node
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATABASE=/data/formagekollen.sqlite
VOLUME /data
EXPOSE 3000
# ORIGIN, the https address that the users type, is given where the container is started.
CMD ["node", "app/cli/run.mjs", "start"]
